import Foundation
import Scoring

/// Where compiled lexicons are kept, and under which name of the program.
enum LexiconCacheFolder {
    /// - Parameter dataFolder: taken where it is there already; else the user's own cache folder is.
    static func cache(dataFolder: String?) -> LexiconCache? {
        let environment = ProcessInfo.processInfo.environment
        let folder: String
        if let dataFolder, FileManager.default.fileExists(atPath: dataFolder) {
            folder = dataFolder
        } else if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
            folder = cache + "/newsward"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            folder = home + "/.cache/newsward"
        } else {
            return nil
        }
        return LexiconCache(folder: folder, program: Release.engine + " " + build)
    }

    /// Size and time of the executable: another build of one version may compile lexicons differently.
    private static let build: String = {
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
        let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(attributes[.size] ?? 0) \(time)"
    }()
}
