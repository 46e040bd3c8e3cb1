import Synchronization

/// A switch that a test turns and a peer's handler reads.
final class Toggle: Sendable {
    private let state = Mutex(false)

    var isOn: Bool {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}

/// 0, 1, 2 ...
final class Counter: Sendable {
    private let state = Mutex(0)

    func next() -> Int {
        state.withLock { value in
            defer { value += 1 }
            return value
        }
    }
}
