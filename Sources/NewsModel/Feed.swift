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
    /// The time zone of dates that name none: an IANA name or an offset such as `+09:00`; nil: the parser chooses.
    public var timeZone: String?
    /// Most decoded bytes of the feed, where the user sets a limit of its own.
    public var maximumBytes: Int?
    /// What its server wants to see before it answers.
    public var access: FeedAccess
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
        intervalSeconds: Int? = nil, charset: String? = nil, timeZone: String? = nil, maximumBytes: Int? = nil,
        access: FeedAccess = FeedAccess()
    ) {
        self.url = url
        self.source = source
        self.sourceRank = sourceRank
        self.language = language
        self.fetchesPages = fetchesPages
        self.intervalSeconds = intervalSeconds
        self.charset = charset
        self.timeZone = timeZone
        self.maximumBytes = maximumBytes
        self.access = access
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
