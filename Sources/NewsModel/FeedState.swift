/// The checking state of a feed: what the last polls left behind.
public struct FeedState: Sendable, Hashable {
    /// The feed's URL as configured.
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
    /// Failed polls in a row; those of an outage, when most feeds fail together, are not counted.
    public var errorCount: Int
    /// What went wrong at the last poll, in plain words, secrets removed; nil after a success.
    public var lastError: String?
    /// Set when the feed is no longer polled (410, or paused by the user), with the reason.
    public var disabledReason: String?
    /// The title that the feed gives itself.
    public var title: String?
    /// Articles stored from this feed since it was added.
    public var articleCount: Int
    /// What belongs to the last whole answer.
    public var answer = FeedAnswer()
    public var move = FeedMove()
    public var rhythm = FeedRhythm()
    public var wishes = FeedWishes()
    public var trouble = FeedTrouble()

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

    /// The URL to ask: where the feed has moved for good, else the configured one.
    public var currentURL: String { move.target ?? url }
}

/// The last answer of a feed that had a body, and what has come since.
public struct FeedAnswer: Sendable, Hashable {
    /// When it came; nil before the first one.
    public var at: Timestamp?
    /// The URL that gave it, and to which alone its validators belong.
    public var url: String?
    /// 304 answers since.
    public var notModifiedCount = 0
    /// How it was read (program version, character set, time zone): read otherwise, the same bytes may say more.
    public var readAs: String?

    public init() {}
}

/// Where a feed's server says that it has moved for good (301, 308).
public struct FeedMove: Sendable, Hashable {
    /// Where it is asked since; nil where the configured URL holds.
    public var target: String?
    /// A target that has not been seen often enough yet.
    public var candidate: String?
    /// Polls in a row at which the candidate was named and proved to be a feed.
    public var sightings = 0

    public init() {}
}

/// How often a feed brings something new, and whether polls have missed some of it.
public struct FeedRhythm: Sendable, Hashable {
    /// New entries a day, a mean in which the last days weigh most; nil where it is not known yet.
    public var arrivalsPerDay: Double?
    /// When the last new entries were seen; at first sight the date of the newest one.
    public var lastArrivalAt: Timestamp?
    /// Entries in the last document.
    public var entryCount = 0
    /// Polls that did not overlap the one before, so that entries between them may never have been seen.
    public var gapCount = 0
    public var lastGapAt: Timestamp?

    public init() {}
}

/// What a feed's own text asks of those who poll it.
public struct FeedWishes: Sendable, Hashable {
    /// `ttl`, or `sy:updatePeriod` and `sy:updateFrequency`, in seconds.
    public var ttlSeconds: Int64?
    /// `skipHours`: bit H is set for hour H (0...23) of GMT.
    public var skipHours: UInt32 = 0
    /// `skipDays`: bit D is set for day D of the week, 0 Monday ... 6 Sunday, in GMT.
    public var skipDays: UInt8 = 0

    public init(ttlSeconds: Int64? = nil, skipHours: UInt32 = 0, skipDays: UInt8 = 0) {
        self.ttlSeconds = ttlSeconds
        self.skipHours = skipHours
        self.skipDays = skipDays
    }
}

/// What is wrong with a feed for longer, and what the user was told of it.
public struct FeedTrouble: Sendable, Hashable {
    /// The kinds of trouble of which the user is told once.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case dead, silent, gone, outage
    }

    /// When the first of the failures in a row was; nil after a success.
    public var failingSince: Timestamp?
    /// What the user was told last; nil when all is well again.
    public var told: Kind?

    public init() {}
}
