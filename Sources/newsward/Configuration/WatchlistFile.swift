import NewsModel
import StrictYAML

/// The watchlist: a YAML file with the companies and terms that a user follows.
enum WatchlistFile {
    /// Reads the file. Throws all its problems at once.
    static func read(_ file: String) throws(YAMLErrors) -> Watchlist {
        try YAMLFile.read(file: file) { reader in
            Watchlist(companies: Set(reader.strings("companies")), terms: reader.strings("terms"))
        }
    }
}
