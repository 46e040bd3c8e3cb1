import Foundation
import Pipeline

/// Changes the list of feeds for a command: through the daemon where one runs, else by itself.
struct Subscriptions {
    let configuration: ConfigurationFile
    let path: String
    let global: GlobalOptions

    init(_ global: GlobalOptions) throws(CommandFailure) {
        self.global = global
        path = try ConfigurationFile.path(option: global.config)
        configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
    }

    /// True where a daemon made the change and has taken it into force.
    func apply(_ change: FeedChange) async throws -> Bool {
        let client = DaemonClient(configuration, logger: global.logger())
        if client.isThere {
            let body = String(decoding: try JSONEncoder().encode(change), as: UTF8.self)
            _ = try await client.post("/api/feeds", body: body)
            return true
        }
        let lock: DataFolderLock
        do {
            lock = try DataFolderLock(configuration.settings.dataFolder)
        } catch {
            throw CommandFailure(error)
        }
        defer { lock.release() }
        _ = try await ConfigurationEditor(file: path, lexicons: global.lexicons).apply(change)
        return false
    }
}
