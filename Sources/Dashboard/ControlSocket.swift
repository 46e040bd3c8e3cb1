import Foundation
import Hummingbird
public import Logging
public import ServiceLifecycle
public import Storage

/// The daemon's Unix socket, through which the commands of the same user reach it: the same API, and what changes something.
public struct ControlSocket: Service {
    private let routes: Routes
    private let path: String
    private let onListening: @Sendable () -> Void
    private let logger: Logger

    /// - Parameters:
    ///   - path: `DATA/newsward.sock`. What a dead daemon left there is removed: the folder's lock says that it is dead.
    ///   - onListening: called once commands can reach it.
    public init(
        path: String, store: any NewsStore, control: any DaemonControl, logger: Logger,
        onListening: @escaping @Sendable () -> Void = {}
    ) {
        self.onListening = onListening
        routes = Routes(store: store, control: control, logger: logger)
        self.path = path
        self.logger = logger
    }

    public func run() async throws {
        try? FileManager.default.removeItem(atPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let router = Router()
        try routes.addReading(to: router)
        routes.addControl(to: router)
        // The data folder has mode 0700, so nobody else gets here in the moment before the file's own mode is set.
        let server = Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: path)),
            onServerRunning: { _ in
                try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
                onListening()
            }, logger: logger)
        try await server.run()
    }
}
