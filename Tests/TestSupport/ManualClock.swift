import Foundation
public import NewsModel

/// A clock that stands still until a test moves it.
///
/// `@unchecked` because `moment` is only touched while `lock` is held. (The thread sanitizer does not see `Mutex`.)
public final class ManualClock: @unchecked Sendable {
    private let lock = NSLock()
    private var moment: Timestamp

    public init(_ start: Timestamp) {
        moment = start
    }

    /// The function to hand to code that asks for the time.
    public var now: @Sendable () -> Timestamp {
        { self.lock.withLock { self.moment } }
    }

    /// Moves the clock by a number of seconds, which may be negative.
    public func advance(seconds: Int64) {
        lock.withLock { moment = moment.adding(seconds: seconds) }
    }

    /// Sets the clock to a moment.
    public func set(_ moment: Timestamp) {
        lock.withLock { self.moment = moment }
    }
}
