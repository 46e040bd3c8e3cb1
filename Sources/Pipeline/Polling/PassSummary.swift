import NewsModel

/// The reports of one pass over many feeds, summed up.
public struct PassSummary: Sendable, Hashable {
    public var polled = 0
    public var failed = 0
    public var postponed = 0
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
        case .postponed: postponed += 1
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
        if postponed > 0 { lines.append("\(postponed) feeds postponed: their host asked for fewer requests.") }
        lines += failures.map { "failed: \($0)" }
        return lines
    }
}
