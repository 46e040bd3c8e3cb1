import Foundation
import Synchronization

/// A small HTTP/1.1 server on the loopback interface, one thread a connection, that answers as a test tells it.
///
/// It stops when `stop()` is called or when the last reference to it goes.
public final class LocalHTTPPeer: Sendable {
    /// One request as it came in.
    public struct Request: Sendable {
        public let method: String
        /// The request target as sent, query included; the whole URL where the peer is used as a proxy.
        public let path: String
        /// In the order sent, names as spelled by the client.
        public let headers: [(name: String, value: String)]
        public let body: [UInt8]

        /// The first header of that name, whatever its case.
        public func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// What the peer does with a request.
    public enum Answer: Sendable {
        /// A whole response; Content-Length is added where neither it nor Transfer-Encoding is given.
        case response(status: Int, headers: [(String, String)], body: [UInt8])
        /// These bytes as they are, then the connection is closed.
        case raw([UInt8])
        /// These bytes, then silence until the client goes or the peer stops.
        case rawThenHang([UInt8])
        /// The connection is closed without a byte.
        case close
        /// The closure writes as it likes; the connection is closed when it returns.
        case stream(@Sendable (PeerWriter) -> Void)
    }

    private let state: PeerState
    private let listener: PeerSocket

    /// Starts listening on an address of this machine (`127.0.0.1`, another of 127.0.0.0/8, or `::1`), at a port the
    /// kernel chooses. Without `keepAlive` each connection carries one request.
    public init(
        address: String = "127.0.0.1", keepAlive: Bool = true, _ handler: @escaping @Sendable (Request) -> Answer
    ) throws {
        listener = try PeerSocket(listeningOn: address)
        port = try listener.port()
        url = address.contains(":") ? "http://[\(address)]:\(port)" : "http://\(address):\(port)"
        state = PeerState(keepAlive: keepAlive, handler: handler)
        start()
    }

    /// Starts listening on a Unix socket; the file must not exist yet. `port` is 0 and `url` is `http://localhost`.
    public init(
        unixSocketPath: String, keepAlive: Bool = true, _ handler: @escaping @Sendable (Request) -> Answer
    ) throws {
        listener = try PeerSocket(listeningOnPath: unixSocketPath)
        port = 0
        url = "http://localhost"
        state = PeerState(keepAlive: keepAlive, handler: handler)
        start()
    }

    /// The port on the loopback interface.
    public let port: Int

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    public let url: String

    /// All whole requests so far, in the order in which they arrived.
    public var requests: [Request] { state.requests }

    /// Connections accepted so far.
    public var connectionCount: Int { state.connectionCount }

    /// The most requests that waited for the first byte of their answer at the same time.
    public var mostAtOnce: Int { state.mostAtOnce }

    /// Closes the listening socket and every connection; returns when all of its threads have let go.
    public func stop() {
        state.stop(listener: listener)
    }

    deinit {
        state.stop(listener: listener)
    }

    private func start() {
        let state = state
        let listener = listener
        state.threadStarted()
        Thread.detachNewThread {
            while let connection = listener.accept() {
                guard state.add(connection) else { break }
                Thread.detachNewThread {
                    PeerConnection(socket: connection, state: state).serve()
                    state.remove(connection)
                }
            }
            listener.close()
            state.threadEnded()
        }
    }
}
