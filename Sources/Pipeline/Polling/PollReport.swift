public import NewsModel

/// What one poll of one feed came to.
public struct PollReport: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// 304: the server says that nothing changed.
        case notModified
        /// 200 with the very bytes of last time: not parsed again.
        case unchanged
        /// Articles stored; with `isBaseline` the feed was seen for the first time and raised no alert.
        case stored(articles: Int, alerts: Int, isBaseline: Bool)
        /// The reason in plain words; the feed is tried again later.
        case failed(String)
        /// 410 and the like: the feed is not polled any more until the user enables it.
        case stopped(String)
    }

    public let feed: Feed
    public let outcome: Outcome

    public init(feed: Feed, outcome: Outcome) {
        self.feed = feed
        self.outcome = outcome
    }
}

/// The reports of one pass over many feeds, summed up.
public struct PassSummary: Sendable, Hashable {
    public var polled = 0
    public var failed = 0
    public var newFeeds = 0
    public var articles = 0
    public var baselineArticles = 0
    public var alerts = 0
    public var failures: [String] = []

    public init() {}

    /// Adds one feed's report.
    public mutating func add(_ report: PollReport) {
        polled += 1
        switch report.outcome {
        case .notModified, .unchanged: break
        case .stored(let count, let raised, let isBaseline):
            articles += count
            alerts += raised
            if isBaseline {
                newFeeds += 1
                baselineArticles += count
            }
        case .failed(let reason), .stopped(let reason):
            failed += 1
            failures.append("\(report.feed.source): \(reason)")
        }
    }

    /// Sentences for a person: what came in, what was a baseline, what failed.
    public var sentences: [String] {
        var lines = ["\(polled) feeds polled: \(articles) articles stored, \(alerts) alerts."]
        if newFeeds > 0 {
            lines.append(
                "\(newFeeds) feeds new: \(baselineArticles) articles stored, no alerts (--catch-up 24h alerts on the last day)."
            )
        }
        lines += failures.map { "failed: \($0)" }
        return lines
    }
}
