import Foundation
import Logging
import NewsModel
import Pipeline

/// Opens the monitor of a configuration, for commands that run it or change something in its store.
enum MonitorSetup {
    static func open(_ configuration: ConfigurationFile, logger: Logger) async throws(CommandFailure) -> Monitor {
        do {
            return try await Monitor.open(configuration.settings, now: ScoringSetup.now, logger: logger)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Runs `body` with the monitor and closes it, whatever came of it.
    static func withMonitor<Value: Sendable>(
        _ configuration: ConfigurationFile, _ global: GlobalOptions, _ body: (Monitor) async throws -> Value
    ) async throws -> Value {
        let monitor = try await open(configuration, logger: global.logger())
        let result = await attempt { try await body(monitor) }
        await monitor.close()
        do {
            return try result.get()
        } catch let failure as MonitorFailure {
            throw CommandFailure(failure)
        }
    }

    /// Makes one change: asks the daemon where one runs, else does the work itself under the data folder's lock.
    ///
    /// - Parameters:
    ///   - path: the daemon's address for the change.
    ///   - absent: what is said where there was nothing to change.
    static func change(
        _ global: GlobalOptions, path: String, absent: String, _ change: (Monitor) async throws -> Bool
    ) async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        let client = DaemonClient(configuration, logger: global.logger())
        if client.isThere {
            _ = try await client.post(path)
        } else if try await !withMonitor(configuration, global, change) {
            throw CommandFailure(.usage, absent)
        }
    }
}

extension CommandFailure {
    /// A failure of the monitor as a command ends with it.
    init(_ failure: MonitorFailure) {
        let status: ExitStatus =
            switch failure.kind {
            case .configuration: .configuration
            case .storage: .storage
            case .inUse: .temporary
            }
        self.init(status, failure.description)
    }
}
