/// One story x company that met a rule. It lists its events; a new event, phase or severity makes a new revision.
public struct Alert: Sendable, Hashable {
    /// Deterministic from story and company, so that a repeat after a restore carries the same id.
    public let id: String
    /// 1 for the first notice, then one more for each change worth telling.
    public var revision: Int
    public let storyID: String
    public let company: Company
    /// The name of the rule that made it.
    public var rule: String
    /// Why this revision exists, in plain words: `first notice`, `new event legal.verdict`.
    public var reason: String
    public var events: [NewsEvent]
    /// 0...100: the gravest event.
    public var severity: Int
    public var sentiment: Sentiment
    /// 0...100: relevance of the company in the newest article.
    public var relevance: Int
    /// 0...100, nil where it is not known.
    public var novelty: Int?
    /// The newest article that changed the alert.
    public var articleID: String
    public var title: String
    public var url: String?
    public var source: String?
    public var sourceRank: Int
    public var language: Language
    public var publishedAt: Timestamp?
    /// Articles and publishers of the story at this revision.
    public var articleCount: Int
    public var sources: [String]
    /// When the first article of the story came, and the best (lowest) source rank in it; nil where they are not known.
    public var firstSeenAt: Timestamp?
    public var bestSourceRank: Int?
    /// True where the company or a term of the article is on the watchlist.
    public var isWatched: Bool
    public var createdAt: Timestamp
    public var updatedAt: Timestamp
    /// 0...100: the company's risk over the last week with this article in it; nil where it is not known.
    public var risk: Int?
    /// The case that its events belong to; nil where they belong to none.
    public var caseID: String?
    /// True where this revision tells of the case's end: acquittal, withdrawal, lifting.
    public var isResolved: Bool

    public init(
        id: String, revision: Int, storyID: String, company: Company, rule: String, reason: String,
        events: [NewsEvent], severity: Int, sentiment: Sentiment, relevance: Int, novelty: Int? = nil,
        articleID: String, title: String, url: String?, source: String?, sourceRank: Int, language: Language,
        publishedAt: Timestamp?, articleCount: Int, sources: [String], isWatched: Bool, createdAt: Timestamp,
        updatedAt: Timestamp, risk: Int? = nil, caseID: String? = nil, isResolved: Bool = false,
        firstSeenAt: Timestamp? = nil, bestSourceRank: Int? = nil
    ) {
        self.id = id
        self.revision = revision
        self.storyID = storyID
        self.company = company
        self.rule = rule
        self.reason = reason
        self.events = events
        self.severity = severity
        self.sentiment = sentiment
        self.relevance = relevance
        self.novelty = novelty
        self.articleID = articleID
        self.title = title
        self.url = url
        self.source = source
        self.sourceRank = sourceRank
        self.language = language
        self.publishedAt = publishedAt
        self.articleCount = articleCount
        self.sources = sources
        self.isWatched = isWatched
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.risk = risk
        self.caseID = caseID
        self.isResolved = isResolved
        self.firstSeenAt = firstSeenAt
        self.bestSourceRank = bestSourceRank
    }
}
