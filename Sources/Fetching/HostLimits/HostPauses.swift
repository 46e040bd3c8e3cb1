import NewsModel

/// Hosts that have asked for fewer requests, with 429 or with 503 and Retry-After. Whatever of such a host still waits is
/// not asked until the pause is over. Pure: the time comes in with each call.
struct HostPauses {
    /// Seconds of a pause that names no length, doubled each time up to a day.
    private static let unnamedSeconds = 3600
    private static let longestUnnamed = 86_400
    /// A host that asks for a pause of no time gets a short one.
    private static let shortestSeconds = 60

    private var pauses: [String: HostPause]

    /// - Parameter known: pauses that an earlier process noted.
    init(_ known: [HostPause] = []) {
        pauses = Dictionary(known.map { ($0.host, $0) }, uniquingKeysWith: { $1 })
    }

    /// Takes in an answer of a host. Returns what it changes, or nil.
    mutating func note(host: String, status: Int, hints: CacheHints, now: Timestamp) -> HostPauseChange? {
        guard status == 429 || status == 503 && hints.retryAfterSeconds != nil else {
            // A fault says nothing about whether the host bears us again.
            guard status < 500, pauses.removeValue(forKey: host) != nil else { return nil }
            return .over(host: host)
        }
        let strikes = pauses[host]?.strikes ?? 0
        let unnamed = min(Self.unnamedSeconds << min(strikes, 10), Self.longestUnnamed)
        let seconds = hints.retryAfterSeconds.map { max($0, Self.shortestSeconds) } ?? unnamed
        let pause = HostPause(
            host: host, since: now, until: now.adding(seconds: Int64(seconds)), strikes: strikes + 1)
        pauses[host] = pause
        return .begun(pause)
    }

    /// Seconds until a host may be asked again, at least 1; nil where it may be asked now.
    func secondsLeft(host: String, now: Timestamp) -> Int? {
        // A pause that begins in the future is one of a clock that was set back since.
        guard let pause = pauses[host], now < pause.until, now >= pause.since.adding(seconds: -60) else { return nil }
        return Int(max(1, (pause.until.milliseconds - now.milliseconds + 999) / 1000))
    }
}
