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
    /// The time zone of dates that name none: an IANA name or an offset such as `+09:00`; nil: the parser chooses.
    public var timeZone: String?
    /// Most decoded bytes of the feed, where the user sets a limit of its own.
    public var maximumBytes: Int?
    /// What its server wants to see before it answers.
    public var access: FeedAccess

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
