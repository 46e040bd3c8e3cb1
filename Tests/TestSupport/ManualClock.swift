public import NewsModel
import Synchronization

/// A clock that stands still until a test moves it.
public final class ManualClock: Sendable {
    private let moment: Mutex<Timestamp>

    public init(_ start: Timestamp) {
        moment = Mutex(start)
    }

    /// The function to hand to code that asks for the time.
    public var now: @Sendable () -> Timestamp {
        { self.moment.withLock { $0 } }
    }

    /// Moves the clock by a number of seconds, which may be negative.
    public func advance(seconds: Int64) {
        moment.withLock { $0 = $0.adding(seconds: seconds) }
    }

    /// Sets the clock to a moment.
    public func set(_ moment: Timestamp) {
        self.moment.withLock { $0 = moment }
    }
}
