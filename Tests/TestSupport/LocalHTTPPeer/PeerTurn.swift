import Synchronization

/// The time from a request to the first byte of its answer: what `mostAtOnce` counts. It ends before the byte is sent,
/// so that a client that goes on at once is never counted twice.
final class PeerTurn: Sendable {
    private let state: PeerState
    private let isOver = Atomic<Bool>(false)

    init(state: PeerState, request: LocalHTTPPeer.Request) {
        self.state = state
        state.record(request)
    }

    func end() {
        if !isOver.exchange(true, ordering: .acquiringAndReleasing) { state.answered() }
    }
}
