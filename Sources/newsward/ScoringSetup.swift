import Foundation
import NewsModel
import Pipeline

/// Loads the lexicons for a command that scores: those of the option, of the configuration, or the program's own.
enum ScoringSetup {
    /// - Parameter companies: more company files, beside those of the configuration.
    static func desk(_ global: GlobalOptions, companies: [String] = []) throws -> ScoringDesk {
        let (folder, files, data) = try lexicons(global)
        do {
            return try ScoringDesk(lexicons: folder, companyFiles: companies + files, dataFolder: data)
        } catch {
            throw CommandFailure(.configuration, error.description)
        }
    }

    /// Makes articles of documents, by the rules for single sites that lie beside the lexicons.
    static func articles(
        _ global: GlobalOptions, now: @escaping @Sendable () -> Timestamp = ScoringSetup.now
    ) throws -> ArticleSource {
        do {
            return ArticleSource(siteRules: try SiteRuleFile.load(lexicons: lexicons(global).folder), now: now)
        } catch let failure as LexiconFailure {
            throw CommandFailure(.configuration, failure.description)
        }
    }

    private static func lexicons(_ global: GlobalOptions) throws -> (
        folder: String, companyFiles: [String], data: String?
    ) {
        guard let config = global.config else {
            return (try DataFolders().path(of: "lexicons", option: global.lexicons), [], nil)
        }
        let settings = try ConfigurationReading.read(config, lexicons: global.lexicons).settings
        let folder = try DataFolders().path(of: "lexicons", option: settings.lexiconsFolder)
        return (folder, settings.companyFiles, settings.dataFolder)
    }

    static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
