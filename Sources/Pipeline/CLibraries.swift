import FeedParsing
import Fetching
import Storage

/// The C libraries that this program runs on.
public enum CLibraries {
    /// A line each: name and version.
    public static var versions: [String] {
        ["libcurl " + HTTPFetcher.libraryVersion, XMLLibrary.versionText, SQLiteLibrary.versionText]
    }
}
