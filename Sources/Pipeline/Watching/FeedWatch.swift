import NewsModel

/// Finds out when a feed's trouble has lasted long enough to be told, and sees that it is told once. Pure.
struct FeedWatch: Sendable {
    let settings: PollingSettings

    /// Failures in a row below which a feed that is polled seldom is not called dead.
    private static let deadFailures = 3
    /// A feed is silent when it has brought nothing for so many of its usual gaps.
    private static let silentGaps: Int64 = 20

    /// Notes a failure, and returns what is to be told. During an outage the outage is the notice.
    func afterFailure(
        _ feed: Feed, state: inout FeedState, isGone: Bool, isOutage: Bool, now: Timestamp
    ) -> [MonitorNotice] {
        let since = state.trouble.failingSince ?? now
        state.trouble.failingSince = since
        if isGone {
            state.trouble.told = .gone
            return [gone(feed, state: state, since: since)]
        }
        if isOutage {
            state.trouble.told = state.trouble.told ?? .outage
            return []
        }
        guard state.trouble.told != .dead, state.errorCount >= Self.deadFailures,
            now.seconds(since: since) >= settings.deadAfterSeconds
        else { return [] }
        state.trouble.told = .dead
        return [dead(feed, state: state, since: since)]
    }

    /// Notes a good answer, and returns what is to be told: the feed answers but brings nothing. A feed that was silent
    /// already when it was first seen is none that fell silent.
    func afterSuccess(
        _ feed: Feed, state: inout FeedState, isFirstSight: Bool = false, now: Timestamp
    ) -> [MonitorNotice] {
        state.trouble.failingSince = nil
        guard let usual = state.rhythm.usualGapSeconds, let last = state.rhythm.lastArrivalAt,
            now.seconds(since: last) >= max(settings.silentAfterSeconds, usual * Self.silentGaps)
        else {
            state.trouble.told = nil
            return []
        }
        guard state.trouble.told != .silent else { return [] }
        state.trouble.told = .silent
        return isFirstSight ? [] : [silent(feed, last: last, usual: usual, now: now)]
    }

    /// A poll did not overlap the one before. Told once a day.
    func gap(_ feed: Feed, state: FeedState, now: Timestamp) -> MonitorNotice {
        MonitorNotice(
            kind: .coverageGap, subject: feed.source,
            title: "\(feed.source): entries may have been missed between two polls",
            detail: "All \(state.rhythm.entryCount) entries were new, so some may have come and gone unseen. "
                + "It is gap \(state.rhythm.gapCount) of this feed; it is polled more often now.",
            key: "gap \(feed.url) \(now.seconds / 86_400)")
    }

    private func gone(_ feed: Feed, state: FeedState, since: Timestamp) -> MonitorNotice {
        MonitorNotice(
            kind: .feedGone, subject: feed.source, title: "\(feed.source): the feed is gone for good (410)",
            detail: "It is not polled any more. Remove it from the configuration, or enable it again.",
            key: "gone \(feed.url) \(since.milliseconds)")
    }

    private func dead(_ feed: Feed, state: FeedState, since: Timestamp) -> MonitorNotice {
        MonitorNotice(
            kind: .feedDead, subject: feed.source, title: "\(feed.source): the feed has failed since \(since.iso8601)",
            detail: "The last of \(state.errorCount) failures in a row: \(state.lastError ?? "unknown"). "
                + "It is still tried.",
            key: "dead \(feed.url) \(since.milliseconds)")
    }

    private func silent(_ feed: Feed, last: Timestamp, usual: Int64, now: Timestamp) -> MonitorNotice {
        MonitorNotice(
            kind: .feedSilent, subject: feed.source,
            title: "\(feed.source): the feed has brought nothing new since \(last.iso8601)",
            detail: "It answers, but by its own rhythm something new comes about every \(Self.span(usual)).",
            key: "silent \(feed.url) \(last.milliseconds)")
    }

    private static func span(_ seconds: Int64) -> String {
        seconds >= 2 * 86_400
            ? "\(seconds / 86_400) days"
            : seconds >= 7200 ? "\(seconds / 3600) hours" : "\(max(1, seconds / 60)) minutes"
    }
}
