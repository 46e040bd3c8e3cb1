import NewsModel

/// What one poll has brought, on its way to the newsdesk: all of it is stored, or nothing.
struct Harvest: Sendable {
    var articles: [ScoredArticle] = []
    /// The feed's state after the poll.
    var feed: FeedState
    var alerting = AlertingScope.newsOnly
    /// What the user is to be told of the feed itself.
    var notices: [MonitorNotice] = []

    init(feed: FeedState) {
        self.feed = feed
    }
}

/// Which articles of a poll may raise alerts.
enum AlertingScope: Sendable, Hashable {
    /// First sight of a feed: everything is stored, nothing is told.
    case baseline
    /// First sight with catch-up: what was published since then is told.
    case publishedSince(Timestamp)
    /// A feed that is known: all that is news. What is dated a week back is not.
    case newsOnly

    /// An article dated further back than this is old news, whatever the feed says: 7 days.
    private static let newsSeconds: Int64 = 7 * 86_400

    /// Why an article raises no alert whatever it holds, or nil.
    func refusal(of article: Article, now: Timestamp) -> String? {
        switch self {
        case .baseline:
            return Refusal.baselinePrefix + "first sight of the feed"
        case .publishedSince(let moment):
            guard let published = article.publishedAt else { return Refusal.baselinePrefix + "no date" }
            return published < moment ? Refusal.baselinePrefix + "published before the catch-up" : nil
        case .newsOnly:
            guard let published = article.publishedAt else { return nil }
            return published < now.adding(seconds: -Self.newsSeconds)
                ? Refusal.datePrefix + "published \(published.iso8601)" : nil
        }
    }
}
