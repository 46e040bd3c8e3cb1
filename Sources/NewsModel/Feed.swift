/// A URL that is polled, with the settings a user gave it.
public struct Feed: Sendable, Hashable {
    /// The URL exactly as configured; it is the feed's identity.
    public var url: String
    /// The publisher behind the feed, as shown in notices.
    public var source: String
    /// The publisher's trust rank, 1 (accountable) to 10 (unverifiable).
    public var sourceRank: Int
    /// The language of the entries where the user states it; otherwise each entry's text decides.
    public var language: Language?
    /// Fetch the page that an entry links to, and score its text.
    public var fetchesPages: Bool
    /// Seconds between two polls, where the user fixes them.
    public var intervalSeconds: Int?
    /// A character set that overrides what the server and the document say.
    public var charset: String?

    public init(
        url: String, source: String, sourceRank: Int = 5, language: Language? = nil, fetchesPages: Bool = false,
        intervalSeconds: Int? = nil, charset: String? = nil
    ) {
        self.url = url
        self.source = source
        self.sourceRank = sourceRank
        self.language = language
        self.fetchesPages = fetchesPages
        self.intervalSeconds = intervalSeconds
        self.charset = charset
    }
}

/// The checking state of a feed: what the last polls left behind.
public struct FeedState: Sendable, Hashable {
    public var url: String
    /// When the feed was last polled, whatever came of it; nil before the first poll.
    public var checkedAt: Timestamp?
    /// When the feed last answered with a feed or with 304.
    public var succeededAt: Timestamp?
    /// When the feed is due again; nil means now.
    public var nextCheckAt: Timestamp?
    /// The last ETag, byte for byte with its quotes.
    public var etag: String?
    /// The last Last-Modified, as the same string, never re-formatted.
    public var lastModified: String?
    /// A hash of the last body, so that an unchanged one is not parsed again.
    public var bodyHash: String?
    /// Failed polls in a row.
    public var errorCount: Int
    /// What went wrong at the last poll, in plain words, secrets removed; nil after a success.
    public var lastError: String?
    /// Set when the feed is no longer polled (410, or paused by the user), with the reason.
    public var disabledReason: String?
    /// The title that the feed gives itself.
    public var title: String?
    /// Articles stored from this feed since it was added.
    public var articleCount: Int

    public init(
        url: String, checkedAt: Timestamp? = nil, succeededAt: Timestamp? = nil, nextCheckAt: Timestamp? = nil,
        etag: String? = nil, lastModified: String? = nil, bodyHash: String? = nil, errorCount: Int = 0,
        lastError: String? = nil, disabledReason: String? = nil, title: String? = nil, articleCount: Int = 0
    ) {
        self.url = url
        self.checkedAt = checkedAt
        self.succeededAt = succeededAt
        self.nextCheckAt = nextCheckAt
        self.etag = etag
        self.lastModified = lastModified
        self.bodyHash = bodyHash
        self.errorCount = errorCount
        self.lastError = lastError
        self.disabledReason = disabledReason
        self.title = title
        self.articleCount = articleCount
    }
}
