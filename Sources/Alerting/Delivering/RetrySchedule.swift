import NewsModel

/// When a delivery that failed is tried again: the schedule of Standard Webhooks, ten tries over about 75 hours.
public struct RetrySchedule: Sendable {
    /// Seconds from each failed try to the next one; after the last the delivery is given up.
    let delays: [Int64]
    /// 0..<1 at each call; spreads the tries of many deliveries.
    let jitter: @Sendable () -> Double

    public init(
        delays: [Int64] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.delays = delays
        self.jitter = jitter
    }

    /// Tries in all.
    public var tries: Int { delays.count + 1 }

    /// When to try again after `failed` tries, at most a tenth earlier or later than the schedule says, and never before
    /// `wish`; nil when the delivery is to be given up.
    func next(afterTries failed: Int, at now: Timestamp, wish: Timestamp?) -> Timestamp? {
        guard failed >= 1, failed <= delays.count else { return nil }
        let milliseconds = Double(delays[failed - 1]) * 1000 * (0.9 + 0.2 * jitter())
        let scheduled = Timestamp(milliseconds: now.milliseconds + Int64(milliseconds))
        return wish.map { max($0, scheduled) } ?? scheduled
    }
}
