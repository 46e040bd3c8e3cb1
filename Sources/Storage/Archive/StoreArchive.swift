public import NewsModel

/// What was stored and decided, for looking back: `alerts why`, `search`, `export`, `replay`. Changes nothing.
///
/// Every call is one read of a few milliseconds, so that a long look holds no transaction open beside the daemon.
public protocol StoreArchive: Sendable {
    /// The ids of the articles with this URL, as given or in canonical form, newest first.
    func articleIDs(url: String, canonicalURL: String?) async throws(StorageError) -> [String]
    /// True where an article with this id was stored and has been removed for its age.
    func wasRemoved(articleID: String) async throws(StorageError) -> Bool
    /// An article with all that was decided on it.
    func archived(articleID: String) async throws(StorageError) -> ArchivedArticle?
    /// The next articles that answer a query; see `ArchivePage`.
    func articles(_ query: ArchiveQuery, after cursor: ArchiveCursor?) async throws(StorageError) -> ArchivePage
    /// The alert revisions updated from `since` to before `until`, oldest first, `limit` at most after `cursor`.
    func alertRevisions(
        since: Timestamp, until: Timestamp, after cursor: ArchiveCursor?, limit: Int
    ) async throws(StorageError) -> (alerts: [Alert], next: ArchiveCursor?)
    /// How the decision on an article came about; nil for an article that is not there or older than these reasons.
    func decision(onArticle articleID: String) async throws(StorageError) -> DecisionTrail?
    /// All revisions of an alert, first to last.
    func revisions(ofAlert id: String) async throws(StorageError) -> [Alert]
    /// All alert revisions that an article raised.
    func alerts(ofArticle id: String) async throws(StorageError) -> [Alert]
    /// Every notice of an alert with all that was decided on it.
    func notices(ofAlert alertID: String) async throws(StorageError) -> [NoticeHistory]
    /// The ids of the alerts that a delivery holds; empty where there is no such delivery.
    func alertIDs(inDelivery id: String) async throws(StorageError) -> [String]
    func delivery(id: String) async throws(StorageError) -> Delivery?
    /// Every try of a delivery, first to last.
    func attempts(of deliveryID: String) async throws(StorageError) -> [DeliveryAttempt]
    /// The story with this id.
    func stories(ids: [String]) async throws(StorageError) -> [Story]
    func feedStates() async throws(StorageError) -> [FeedState]
    func totals() async throws(StorageError) -> StoreTotals
    func close() async throws(StorageError)
}

/// An article as it was stored, with what was decided on it.
public struct ArchivedArticle: Sendable {
    public let article: Article
    public let storyID: String
    /// The contract's record, as JSON.
    public let recordJSON: String
    /// What was decided and why.
    public let decision: String
    /// Why it is in its story; empty for articles of older versions.
    public let joinReason: String
    public let severity: Int
    public let sentimentScore: Double
    /// Names of the companies that it is about.
    public let companies: [String]
    /// Codes of its events.
    public let eventTypes: [String]
}

/// Which articles to look for. All that is given must hold.
public struct ArchiveQuery: Sendable {
    /// Each must stand in title or body; letters A to Z in either case.
    public var words: [String] = []
    /// A company's id or name, as the record has it.
    public var company: String?
    /// An event type, `legal.*` for a group.
    public var type: String?
    /// Seen from this moment on.
    public var since: Timestamp?
    /// Seen before this moment.
    public var until: Timestamp?
    public var minimumSeverity = 0
    public var newestFirst = false

    public init() {}
}

/// A place in a list by time, to go on from.
public struct ArchiveCursor: Sendable, Hashable {
    let moment: Int64
    let row: Int64
}

/// Some articles, and where to go on; `next` is nil at the end. A page may be empty although more follow.
public struct ArchivePage: Sendable {
    public let articles: [ArchivedArticle]
    public let next: ArchiveCursor?
}
