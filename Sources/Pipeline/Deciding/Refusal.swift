import NewsModel

/// Why an article raises no alert, whatever it holds.
enum Refusal {
    static let baselinePrefix = "baseline: "
    static let datePrefix = "old news: "

    /// An article dated further back than this is old news, whatever the feed says: 7 days.
    private static let newsSeconds: Int64 = 7 * 86_400

    /// The reason in plain words, or nil where the article may raise alerts.
    static func reason(_ article: Article, scope: AlertingScope, now: Timestamp) -> String? {
        switch scope {
        case .baseline:
            return baselinePrefix + "first sight of the feed"
        case .publishedSince(let moment):
            guard let published = article.publishedAt else { return baselinePrefix + "no date" }
            return published < moment ? baselinePrefix + "published before the catch-up" : nil
        case .newsOnly:
            guard let published = article.publishedAt else { return nil }
            return published < now.adding(seconds: -newsSeconds)
                ? datePrefix + "published \(published.iso8601)" : nil
        }
    }

    /// True for the stored decision of an article that was refused.
    static func isRefusal(_ decision: String) -> Bool {
        decision.hasPrefix(baselinePrefix) || decision.hasPrefix(datePrefix)
    }
}
