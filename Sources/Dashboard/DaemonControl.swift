public import NewsModel

/// What the dashboard and the control socket ask of the daemon.
public protocol DaemonControl: Sendable {
    /// How the daemon stands now.
    func status() async -> DaemonStatus
    /// Reads configuration, alerts and lexicons again. Empty on success; else what is wrong, and the old ones stay in force.
    func reload() async -> [String]
    /// Polls a feed again that was stopped, or stops one. False where no such feed is configured.
    func setFeed(_ url: String, enabled: Bool) async throws -> Bool
    /// Makes a feed due now. False where no such feed is configured, or where it is stopped.
    func pollFeed(_ url: String) async throws -> Bool
    /// Adds and removes feeds in the configuration and takes it into force. Empty on success; else what is wrong, and
    /// nothing has changed.
    ///
    /// - Parameter json: {"add": [{"url", "source", "rank"?, "language"?, "pages"?, "interval"?, "charset"?, "folder"?}],
    ///   "remove": [URL]}; the interval in seconds.
    func changeFeeds(_ json: [UInt8]) async -> [String]
    /// Lets an article that is set aside be read again. False where none is with this id.
    func releaseArticle(id: String) async throws -> Bool
    /// Makes a delivery due again. False where there is none with this id.
    func retry(deliveryID: String) async throws -> Bool
    /// Copies the database into a new file. Nil on success; else what is wrong.
    func backup(to path: String) async -> String?
    /// Makes every dead letter of a range due again; returns how many.
    func retryDead(_ range: DeliveryRange) async throws -> Int
    /// Notes that a user knows of an alert. False where there is none with this id.
    func acknowledge(alertID: String) async throws -> Bool
    /// Adds a silence that begins now. Throws with what is wrong with its matchers, in plain words.
    func addSilence(matchers: [String], until end: Timestamp, why: String?) async throws -> StoredSilence
    /// Ends a silence. False where there is none with this id, or it has ended already.
    func expireSilence(id: String) async throws -> Bool
}

/// How the daemon stands.
public struct DaemonStatus: Sendable {
    public let version: String
    public let lexicon: String
    public let startedAt: Timestamp
    public let now: Timestamp
    /// True while every loop turns and the store takes what it is given.
    public let isReady: Bool
    /// Why it is not ready, or empty.
    public let troubles: [String]
    public let feeds: [FeedStatus]
    public var receivers: [ReceiverStatus] = []
    /// What fetching is doing.
    public var fetching = FetchingStatus()

    public init(
        version: String, lexicon: String, startedAt: Timestamp, now: Timestamp, isReady: Bool, troubles: [String],
        feeds: [FeedStatus]
    ) {
        self.version = version
        self.lexicon = lexicon
        self.startedAt = startedAt
        self.now = now
        self.isReady = isReady
        self.troubles = troubles
        self.feeds = feeds
    }
}

/// What the one thread that fetches is doing.
public struct FetchingStatus: Sendable, Hashable {
    /// Transfers that run.
    public var active = 0
    /// Fetches that wait for their turn at their host.
    public var waiting = 0
    /// The longest time in which it did not look at its sockets, since the start.
    public var longestTurnMilliseconds = 0
    /// True while most feeds fail together.
    public var isOutage = false

    public init() {}
}

/// A configured receiver.
public struct ReceiverStatus: Sendable {
    public let name: String
    /// What it said where it wants nothing more; nil where it is sent to.
    public let stop: ReceiverStop?

    public init(name: String, stop: ReceiverStop?) {
        self.name = name
        self.stop = stop
    }

    /// How it stands, for a person: `ok`, or why it is left alone and what to do.
    public var health: String {
        stop.map { "\($0.reason); change its address, or run newsward alerts retry --receiver \(name)" } ?? "ok"
    }
}
