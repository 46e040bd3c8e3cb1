import NewsModel

/// Spreads the polls that are due at the same time: after a start, a reload, a sleep of the machine or a jump of its
/// clock all feeds may be, and nobody wants ten thousand requests in one second.
///
/// A bucket that fills at twice the mean rate of polls, so that what is overdue is read in half an interval, and holds
/// half a second's worth: never more than three times the mean in one second.
struct StartPacer {
    /// Polls a second that the intervals of all feeds come to.
    var meanPerSecond = 0.0
    private var tokens: Double?
    private var filledAt: Timestamp?

    /// Few feeds start at once, whatever their intervals.
    private static let leastPerSecond = 20.0

    private var perSecond: Double { max(Self.leastPerSecond, 2 * meanPerSecond) }
    private var capacity: Double { max(Self.leastPerSecond, perSecond / 2) }

    /// Takes one start; false where it has to wait.
    mutating func start(at now: Timestamp) -> Bool {
        var filled = tokens ?? capacity
        if let filledAt, now > filledAt {
            filled = min(capacity, filled + Double(now.milliseconds - filledAt.milliseconds) / 1000 * perSecond)
        }
        filledAt = now
        tokens = filled >= 1 ? filled - 1 : filled
        return filled >= 1
    }

    /// Milliseconds until the next start is allowed.
    var waitMilliseconds: Int64 {
        let missing = max(0, 1 - (tokens ?? capacity))
        return Int64((missing / perSecond * 1000).rounded(.up))
    }
}
