import Fetching
import NewsModel

/// How long a service asks to be left alone.
enum RetryAfter {
    /// Longer waits are cut: a receiver must not put a delivery off for ever.
    static let longest: Int64 = 24 * 3600

    /// The Retry-After header of HTTP: a number of seconds or a date. nil for zero, the past and everything else.
    static func moment(_ text: String, now: Timestamp) -> Timestamp? {
        let trimmed = text.prefix(64).drop { $0 == " " }
        if let seconds = Double(trimmed), seconds.isFinite { return moment(seconds: seconds, now: now) }
        guard let date = HTTPDate.parse(String(trimmed), now: now), date > now else { return nil }
        return min(date, now.adding(seconds: longest))
    }

    /// Seconds, with or without a fraction, as services write them into the body of a 429.
    static func moment(seconds: Double, now: Timestamp) -> Timestamp? {
        guard seconds > 0 else { return nil }
        return now.adding(seconds: min(longest, Int64(min(seconds, 1e9).rounded(.up))))
    }
}
