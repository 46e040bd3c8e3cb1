/// One published text as we keep it. Immutable: what we think of it is a `ScoredRecord`, what we did is a `Delivery`.
public struct Article: Sendable, Hashable {
    /// Stable through restarts: made from the feed's own entry id or, without one, from the canonical URL.
    public let id: String
    /// The feed that brought it; nil for one-shot scoring.
    public let feedURL: String?
    /// The publisher's name.
    public let source: String?
    /// The publisher's trust rank, 1 (accountable) to 10 (unverifiable).
    public let sourceRank: Int
    public let url: String?
    /// The URL without tracking parameters and fragment, in lower-case scheme and host; nil without a URL.
    public let canonicalURL: String?
    /// Plain text, no markup.
    public let title: String
    /// Plain text of the body, no markup; empty where only a title is known.
    public let body: String
    /// True where `body` was taken out of HTML, so that the record must carry it for its spans to mean something.
    public let bodyIsExtracted: Bool
    public let language: Language
    public let author: String?
    /// When the publisher says that it was published; nil when unknown.
    public let publishedAt: Timestamp?
    /// When this program first saw it.
    public let seenAt: Timestamp
    /// How it came to us; nil for one-shot scoring.
    public let origin: ArticleOrigin?

    public init(
        id: String, feedURL: String? = nil, source: String? = nil, sourceRank: Int = 5, url: String? = nil,
        canonicalURL: String? = nil, title: String, body: String, bodyIsExtracted: Bool = false, language: Language,
        author: String? = nil, publishedAt: Timestamp? = nil, seenAt: Timestamp,
        origin: ArticleOrigin? = nil
    ) {
        self.id = id
        self.feedURL = feedURL
        self.source = source
        self.sourceRank = sourceRank
        self.url = url
        self.canonicalURL = canonicalURL
        self.title = title
        self.body = body
        self.bodyIsExtracted = bodyIsExtracted
        self.language = language
        self.author = author
        self.publishedAt = publishedAt
        self.seenAt = seenAt
        self.origin = origin
    }
}
