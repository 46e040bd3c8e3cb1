import Synchronization

/// Counts first arrivals, and says when it is a kill's turn.
final class Tally: Sendable {
    private let state = Mutex((seen: Set<String>(), kills: 0))

    /// Turns given so far.
    var count: Int { state.withLock { $0.kills } }

    /// True for every n-th id that arrives for the first time.
    func isTurn(_ id: String, every step: Int) -> Bool {
        state.withLock { state in
            guard state.seen.insert(id).inserted, state.seen.count % step == 0 else { return false }
            state.kills += 1
            return true
        }
    }
}
