import Hummingbird
public import Logging
import NIOCore
public import ServiceLifecycle
public import Storage

/// The web page and the read-only API on a loopback address. Ends with the service group.
public struct DashboardServer: Service {
    private let routes: Routes
    private let host: String
    private let port: Int
    private let onListening: @Sendable (Int) -> Void
    private let logger: Logger

    /// - Parameters:
    ///   - port: 0 lets the kernel choose.
    ///   - onListening: gets the port once the server listens.
    public init(
        host: String, port: Int, store: any NewsStore, control: any DaemonControl, logger: Logger,
        onListening: @escaping @Sendable (Int) -> Void
    ) {
        routes = Routes(store: store, control: control, logger: logger)
        self.host = host
        self.port = port
        self.onListening = onListening
        self.logger = logger
    }

    public func run() async throws {
        let router = Router()
        router.add(middleware: RequestGuard())
        try routes.addReading(to: router)
        let server = Application(
            router: router, configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? port) }, logger: logger)
        do {
            try await server.run()
        } catch let error as IOError {
            throw ListenFailure(host: host, port: port, reason: "\(error)")
        }
    }
}

/// The dashboard's address cannot be listened on.
public struct ListenFailure: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(host: String, port: Int, reason: String) {
        description =
            "the dashboard cannot listen on \(host):\(port) (\(reason)); another program has the port? "
            + "Choose another under dashboard: port: in newsward.yaml, or 0 for any"
    }
}
