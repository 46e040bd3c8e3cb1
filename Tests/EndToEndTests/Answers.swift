import Synchronization

/// Statuses given out one after the other; the last one stays.
final class Answers: Sendable {
    private let rest: Mutex<[Int]>

    init(_ statuses: [Int]) {
        rest = Mutex(statuses)
    }

    func next() -> Int {
        rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    }
}

/// A program that a handler can reach before it exists.
final class Late<Value: Sendable>: Sendable {
    private let content = Mutex<Value?>(nil)

    var value: Value? {
        get { content.withLock { $0 } }
        set { content.withLock { $0 = newValue } }
    }
}
