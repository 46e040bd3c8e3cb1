import NewsModel

/// Decides when a feed is due again. Pure: the same facts give the same moment.
struct PollSchedule: Sendable {
    let settings: PollingSettings
    /// No server hint is believed further than this: 7 days.
    static let hintCap: Int64 = 7 * 86_400
    /// The longest back-off after errors: 24 hours.
    static let backOffCap: Int64 = 86_400
    /// The shortest back-off after an error, in seconds, doubled for each further one.
    static let firstBackOff: Int64 = 60

    /// What the server said about polling less often, in seconds from now.
    struct Hints: Sendable, Hashable {
        var maxAgeSeconds: Int64?
        var retryAfterSeconds: Int64?
        var ttlSeconds: Int64?
    }

    /// After a good answer: the configured interval, lengthened (never shortened) by the server's hints.
    func afterSuccess(_ feed: Feed, hints: Hints, now: Timestamp) -> Timestamp {
        let own = feed.intervalSeconds.map(Int64.init) ?? settings.intervalSeconds
        let hint = max(hints.maxAgeSeconds ?? hints.ttlSeconds ?? 0, hints.retryAfterSeconds ?? 0)
        let ceiling = max(own, settings.maximumSeconds)
        return now.adding(seconds: max(own, min(hint, min(ceiling, Self.hintCap))))
    }

    /// After a failure: back-off that doubles with each failure in a row and starts again after one success.
    ///
    /// - Parameter errorCount: failures in a row, this one included.
    func afterFailure(_ feed: Feed, errorCount: Int, hints: Hints, now: Timestamp) -> Timestamp {
        let own = feed.intervalSeconds.map(Int64.init) ?? settings.intervalSeconds
        let doublings = min(max(errorCount - 1, 0), 20)
        let backOff = min(max(own, Self.firstBackOff) << Int64(doublings), Self.backOffCap)
        let retryAfter = min(max(hints.retryAfterSeconds ?? 0, 0), Self.hintCap)
        return now.adding(seconds: max(backOff, retryAfter) + jitter(feed.url, upTo: backOff / 10))
    }

    /// The first poll after a start: feeds spread over a short while, each always at its own place, so that there is no herd.
    func firstPoll(_ feed: Feed, count: Int, now: Timestamp) -> Timestamp {
        now.adding(seconds: jitter(feed.url, upTo: min(Int64(count / 20), settings.intervalSeconds)))
    }

    /// 0 ..< limit, the same for the same URL in every run.
    private func jitter(_ url: String, upTo limit: Int64) -> Int64 {
        guard limit > 0 else { return 0 }
        // FNV-1a: spread is all that is asked of it, and it needs no import.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in url.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int64(hash % UInt64(limit))
    }
}
