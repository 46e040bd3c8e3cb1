/// Articles that tell the same thing. Every stored article is in exactly one.
public struct Story: Sendable, Hashable {
    /// Made from the lead article's id, so that it is the same after a restore.
    public let id: String
    /// The first article of the story.
    public let leadArticleID: String
    public var articleCount: Int
    /// The distinct publishers, in the order in which they joined.
    public var sources: [String]
    /// The best (lowest) source rank seen, 1...10.
    public var bestSourceRank: Int
    public var firstSeenAt: Timestamp
    public var lastSeenAt: Timestamp

    public init(
        id: String, leadArticleID: String, articleCount: Int, sources: [String], bestSourceRank: Int,
        firstSeenAt: Timestamp, lastSeenAt: Timestamp
    ) {
        self.id = id
        self.leadArticleID = leadArticleID
        self.articleCount = articleCount
        self.sources = sources
        self.bestSourceRank = bestSourceRank
        self.firstSeenAt = firstSeenAt
        self.lastSeenAt = lastSeenAt
    }
}
