import Fetching
import NewsModel

/// The Retry-After header of HTTP: a number of seconds or a date.
enum RetryAfter {
    /// Longer waits are cut: a receiver must not put a delivery off for ever.
    static let longest: Int64 = 24 * 3600

    /// When to come back; nil for zero, the past and everything that is neither a number nor a date.
    static func moment(_ text: String, now: Timestamp) -> Timestamp? {
        let trimmed = text.prefix(64).drop { $0 == " " }
        if let seconds = Double(trimmed), seconds.isFinite {
            guard seconds > 0 else { return nil }
            return now.adding(seconds: min(longest, Int64(min(seconds, 1e9).rounded(.up))))
        }
        guard let date = HTTPDate.parse(String(trimmed), now: now), date > now else { return nil }
        return min(date, now.adding(seconds: longest))
    }
}
