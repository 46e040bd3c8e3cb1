import Foundation
import NewsModel
import Pipeline

/// Loads the lexicons for a command that scores: those of the option, of the configuration, or the program's own.
enum ScoringSetup {
    /// - Parameter companies: more company files, beside those of the configuration.
    static func desk(_ global: GlobalOptions, companies: [String] = []) throws -> ScoringDesk {
        var folder = global.lexicons
        var files = companies
        if let config = global.config {
            let configuration = try ConfigurationReading.read(config, lexicons: global.lexicons)
            folder = configuration.settings.lexiconsFolder
            files += configuration.settings.companyFiles
        }
        do {
            return try ScoringDesk(
                lexicons: try DataFolders().path(of: "lexicons", option: folder), companyFiles: files)
        } catch let failure as LexiconFailure {
            throw CommandFailure(.configuration, failure.description)
        }
    }

    static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
