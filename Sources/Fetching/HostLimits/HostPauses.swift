import NewsModel

/// Hosts that have asked for fewer requests, with 429 or with 503 and Retry-After. Whatever of such a host still waits is
/// not asked until the pause is over. Pure: the time comes in with each call.
struct HostPauses {
    private struct Pause {
        var since: Timestamp
        var until: Timestamp
        /// Pauses in a row.
        var strikes: Int
    }

    /// Seconds of a pause that names no length, doubled each time up to a day.
    private static let unnamedSeconds = 3600
    private static let longestUnnamed = 86_400
    /// A host that asks for a pause of no time gets a short one.
    private static let shortestSeconds = 60

    private var pauses: [String: Pause] = [:]

    /// Takes in an answer of a host.
    mutating func note(host: String, status: Int, hints: CacheHints, now: Timestamp) {
        guard status == 429 || status == 503 && hints.retryAfterSeconds != nil else {
            // A fault says nothing about whether the host bears us again.
            if status < 500, !pauses.isEmpty { pauses[host] = nil }
            return
        }
        let strikes = pauses[host]?.strikes ?? 0
        let unnamed = min(Self.unnamedSeconds << min(strikes, 10), Self.longestUnnamed)
        let seconds = hints.retryAfterSeconds.map { max($0, Self.shortestSeconds) } ?? unnamed
        pauses[host] = Pause(since: now, until: now.adding(seconds: Int64(seconds)), strikes: strikes + 1)
    }

    /// Seconds until a host may be asked again, at least 1; nil where it may be asked now.
    func secondsLeft(host: String, now: Timestamp) -> Int? {
        // A pause that begins in the future is one of a clock that was set back since.
        guard let pause = pauses[host], now < pause.until, now >= pause.since.adding(seconds: -60) else { return nil }
        return Int(max(1, (pause.until.milliseconds - now.milliseconds + 999) / 1000))
    }
}
