import Foundation

/// What the threads of one peer share.
///
/// `@unchecked` because every mutable field is only touched while `condition` is locked.
final class PeerState: @unchecked Sendable {
    let keepAlive: Bool
    let handler: @Sendable (LocalHTTPPeer.Request) -> LocalHTTPPeer.Answer
    private let condition = NSCondition()
    private var recorded: [LocalHTTPPeer.Request] = []
    private var open: [ObjectIdentifier: PeerSocket] = [:]
    private var threads = 0
    private var accepted = 0
    private var answering = 0
    private var highest = 0
    private var stopped = false

    init(keepAlive: Bool, handler: @escaping @Sendable (LocalHTTPPeer.Request) -> LocalHTTPPeer.Answer) {
        self.keepAlive = keepAlive
        self.handler = handler
    }

    var requests: [LocalHTTPPeer.Request] { condition.withLock { recorded } }
    var connectionCount: Int { condition.withLock { accepted } }
    var mostAtOnce: Int { condition.withLock { highest } }

    func threadStarted() {
        condition.withLock { threads += 1 }
    }

    func threadEnded() {
        condition.withLock {
            threads -= 1
            condition.broadcast()
        }
    }

    /// False, and the connection closed, where the peer is stopping.
    func add(_ connection: PeerSocket) -> Bool {
        condition.withLock {
            guard !stopped else {
                connection.close()
                return false
            }
            accepted += 1
            threads += 1
            open[ObjectIdentifier(connection)] = connection
            return true
        }
    }

    func remove(_ connection: PeerSocket) {
        condition.withLock {
            open[ObjectIdentifier(connection)] = nil
            connection.close()
            threads -= 1
            condition.broadcast()
        }
    }

    func record(_ request: LocalHTTPPeer.Request) {
        condition.withLock {
            recorded.append(request)
            answering += 1
            highest = max(highest, answering)
        }
    }

    func answered() {
        condition.withLock { answering -= 1 }
    }

    /// Ends all reads and writes, then waits until no thread uses a socket any more.
    func stop(listener: PeerSocket) {
        condition.withLock {
            if !stopped {
                stopped = true
                listener.shutDown()
                for connection in open.values { connection.shutDown() }
            }
            while threads > 0 { condition.wait() }
        }
    }
}
