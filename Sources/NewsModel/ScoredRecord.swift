/// What we think of one article: the record of docs/contract.md.
public struct ScoredRecord: Sendable, Hashable {
    public var id: String
    public var title: String
    /// The scored body, where it was extracted or de-marked; spans of the body index it.
    public var text: String?
    public var url: String?
    public var language: Language
    public var source: String?
    public var publishedAt: Timestamp?
    public var scoredAt: Timestamp
    public var sentiment: Sentiment
    /// 0...1: how far the evidence supports the class.
    public var confidence: Double
    public var companies: [CompanyAssessment]
    public var events: [NewsEvent]
    /// 0...100: the gravest event after relevance; 0 without events.
    public var severity: Int
    public var evidence: [Evidence]
    /// `newsward X.Y.Z`.
    public var engine: String
    /// `sha256:...` over the lexicon files.
    public var lexicon: String
    /// On stored articles: the story it belongs to.
    public var story: String?
    /// On stored articles: 0...100, how new it is against earlier articles on the same company.
    public var novelty: Int?
    /// On stored articles: the id of the article that this one corrects.
    public var supersedes: String?
    /// On stored articles: earlier articles of the same story.
    public var noveltyCounts: CoverageCounts?
    /// On stored articles: earlier articles about one of the companies that this one is about.
    public var volumeCounts: CoverageCounts?
    /// On stored articles: 0...100, the highest risk among the companies that it is about, over the last week.
    public var risk: Int?

    public init(
        id: String, title: String, text: String? = nil, url: String? = nil, language: Language, source: String? = nil,
        publishedAt: Timestamp? = nil, scoredAt: Timestamp, sentiment: Sentiment, confidence: Double,
        companies: [CompanyAssessment], events: [NewsEvent], severity: Int, evidence: [Evidence], engine: String,
        lexicon: String, story: String? = nil, novelty: Int? = nil, supersedes: String? = nil,
        noveltyCounts: CoverageCounts? = nil,
        volumeCounts: CoverageCounts? = nil, risk: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.url = url
        self.language = language
        self.source = source
        self.publishedAt = publishedAt
        self.scoredAt = scoredAt
        self.sentiment = sentiment
        self.confidence = confidence
        self.companies = companies
        self.events = events
        self.severity = severity
        self.evidence = evidence
        self.engine = engine
        self.lexicon = lexicon
        self.story = story
        self.novelty = novelty
        self.supersedes = supersedes
        self.noveltyCounts = noveltyCounts
        self.volumeCounts = volumeCounts
        self.risk = risk
    }
}
