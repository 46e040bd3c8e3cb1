import NewsModel

/// Decides when a feed is due again. Pure: the same facts give the same moment.
struct PollSchedule: Sendable {
    let settings: PollingSettings
    /// No server hint is believed further than this: 7 days.
    static let hintCap: Int64 = 7 * 86_400
    /// The longest back-off after errors: 24 hours.
    static let backOffCap: Int64 = 86_400
    /// The least interval of a feed that sends no validator, so that every poll costs its server the whole feed.
    static let unconditionalFloor: Int64 = 30 * 60

    /// What the server said about polling less often, in seconds from now.
    struct Hints: Sendable, Hashable {
        var maxAgeSeconds: Int64?
        var retryAfterSeconds: Int64?

        /// What the log says of a wish that is granted in part only; nil where none is.
        var capRemark: String? {
            let wish = max(maxAgeSeconds ?? 0, retryAfterSeconds ?? 0)
            guard wish > hintCap else { return nil }
            return
                "the server asks to be left alone for \(wish / 86_400) days; it is asked again within \(hintCap / 86_400)"
        }
    }

    /// Seconds between two polls by the feed's own rhythm: half its mean gap, between floor and ceiling. What the user
    /// fixed is taken as it is.
    func interval(_ feed: Feed, state: FeedState, now: Timestamp) -> Int64 {
        if let fixed = feed.intervalSeconds { return Int64(fixed) }
        let sendsValidators = state.etag != nil || state.lastModified != nil
        let floor = sendsValidators ? settings.minimumSeconds : max(settings.minimumSeconds, Self.unconditionalFloor)
        let wanted = state.rhythm.meanGapSeconds(at: now).map { $0 / 2 } ?? settings.intervalSeconds
        return max(floor, min(wanted, max(floor, settings.maximumSeconds)))
    }

    /// After a good answer: the feed's interval, lengthened (never shortened) by the server's hints, the answer's headers
    /// before the feed's own text.
    func afterSuccess(_ feed: Feed, state: FeedState, hints: Hints, now: Timestamp) -> Timestamp {
        let own = interval(feed, state: state, now: now)
        let hint = max(hints.maxAgeSeconds ?? state.wishes.ttlSeconds ?? 0, hints.retryAfterSeconds ?? 0)
        let ceiling = max(own, settings.maximumSeconds)
        let due = now.adding(seconds: max(own, min(hint, min(ceiling, Self.hintCap))))
        return hints.maxAgeSeconds == nil ? state.wishes.afterQuietHours(due) : due
    }

    /// After a failure: back-off that doubles with each failure in a row and starts again after one success.
    ///
    /// - Parameter state: with this failure counted.
    func afterFailure(_ feed: Feed, state: FeedState, kind: PollFailure.Kind, hints: Hints, now: Timestamp)
        -> Timestamp
    {
        let own = interval(feed, state: state, now: now)
        let doublings = Int64(min(max(state.errorCount - 1, 0), 20))
        let backOff = min(max(own, kind.firstBackOff) << doublings, max(own, Self.backOffCap))
        let hint = min(max(hints.retryAfterSeconds ?? 0, hints.maxAgeSeconds ?? 0), Self.hintCap)
        return now.adding(seconds: max(backOff, hint) + jitter(feed.url, upTo: backOff / 10))
    }

    /// While most feeds fail together, or while the host asked to be left alone for `seconds`: the feed's own interval, so
    /// that all are read again within one interval after it, each at its own place.
    func afterPause(_ feed: Feed, state: FeedState, seconds: Int64 = 0, now: Timestamp) -> Timestamp {
        let own = interval(feed, state: state, now: now)
        guard seconds > 0 else { return now.adding(seconds: own + jitter(feed.url, upTo: own / 10)) }
        return now.adding(seconds: min(seconds, Self.hintCap) + jitter(feed.url, upTo: min(own, 900)))
    }

    /// A feed's place among those that are due at the same moment: the same in every run, so that there is no herd of
    /// one host after a start.
    static func phase(_ url: String) -> UInt64 {
        // FNV-1a: spread is all that is asked of it, and it needs no import.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in url.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// 0 ..< limit, the same for the same URL in every run.
    private func jitter(_ url: String, upTo limit: Int64) -> Int64 {
        limit > 0 ? Int64(Self.phase(url) % UInt64(limit)) : 0
    }
}

extension FeedWishes {
    /// The first moment from `moment` on in which the feed does not ask to be left alone; itself where it always does.
    func afterQuietHours(_ moment: Timestamp) -> Timestamp {
        guard skipHours != 0 || skipDays != 0 else { return moment }
        var candidate = moment
        for _ in 0...(7 * 24) {
            let hours = candidate.seconds / 3600
            // 1970-01-01 was a Thursday, day 3.
            let day = (hours / 24 + 3) % 7
            if skipHours & (1 << UInt32(hours % 24)) == 0, skipDays & (1 << UInt8(day)) == 0 { return candidate }
            candidate = Timestamp(seconds: (hours + 1) * 3600)
        }
        return moment
    }
}
