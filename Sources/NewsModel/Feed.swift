/// A URL that is polled, with the settings a user gave it.
public struct Feed: Sendable, Hashable {
    /// The URL exactly as configured; it is the feed's identity. Its scheme says where the entries come from: http and
    /// https are feeds, `dart:`, `naver:`, `edgar:`, `exec:` and `file:` are the sources of docs/sources.md.
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
    /// The folders that the user keeps the feed in, outermost first; empty for none.
    public var folder: [String] = []
    /// What an `exec:` feed runs.
    public var command: SourceCommand?
    /// The folder that paths of an `exec:` or `file:` feed are relative to.
    public var baseFolder = "."
    /// A `file:` feed moves the files that it has read into `done/`.
    public var movesReadFiles = false

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

/// A program whose standard output is a feed.
public struct SourceCommand: Sendable, Hashable {
    /// The program and its arguments; no shell is between.
    public var arguments: [String]
    /// Seconds after which it is ended, 1...3600.
    public var timeoutSeconds: Int
    /// Bytes of output after which it is ended.
    public var maximumBytes: Int

    public init(arguments: [String], timeoutSeconds: Int = 60, maximumBytes: Int = 10 * 1024 * 1024) {
        self.arguments = arguments
        self.timeoutSeconds = timeoutSeconds
        self.maximumBytes = maximumBytes
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
    /// How far a source other than a feed was read; only that source knows what it means.
    public var cursor: String?

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
