public import NewsModel

/// What the program keeps. The rest of the program sees only this, so that a store on another database can stand beside it.
///
/// Every call is one transaction. A call that returns has reached the disk.
public protocol NewsStore: Sendable {
    // MARK: Feeds

    /// All feeds' checking states, by URL.
    func feedStates() async throws(StorageError) -> [FeedState]
    /// Those of `ids` that are stored already, were removed for their age, or are set aside.
    func knownArticleIDs(among ids: [String]) async throws(StorageError) -> Set<String>

    /// Keeps an article from being read, until it is released.
    func setAside(_ article: SetAsideArticle) async throws(StorageError)
    /// The articles set aside, oldest first.
    func setAsideArticles() async throws(StorageError) -> [SetAsideArticle]
    /// Lets an article be read again; nil where none with this id is set aside.
    func release(articleID: String) async throws(StorageError) -> SetAsideArticle?

    /// The hosts that asked to be left alone, and that have not answered as they should since.
    func hostPauses() async throws(StorageError) -> [HostPause]
    /// Notes what has changed about pauses of hosts, in this order.
    func note(_ changes: [HostPauseChange]) async throws(StorageError)

    // MARK: Articles, stories, alerts

    /// The ONE transaction of a poll: articles, records, stories, alerts, pending notices, and the feed's validators.
    /// Several polls may share it: all of them are stored, or none is.
    ///
    /// An article that is stored already is skipped with all that hangs on it; the call may so be repeated.
    /// Adds the number of new articles to the feed's `articleCount`.
    func commit(_ polls: [StoredPoll]) async throws(StorageError)
    /// The members of the stories seen since a moment, oldest first, page by page, to fill the story index at start.
    func storyMembers(
        since moment: Timestamp, after place: StorePlace?, limit: Int
    ) async throws(StorageError) -> StorePage<StoryMember>
    /// The stories with these ids.
    func stories(ids: [String]) async throws(StorageError) -> [Story]
    /// The newest revision of each alert of a story.
    func alerts(ofStory storyID: String) async throws(StorageError) -> [Alert]
    /// The newest texts of the entries that brought these articles, by article id, for those that have one.
    func entryTexts(of articleIDs: [String]) async throws(StorageError) -> [String: EntryText]
    /// How many stored articles of a feed have each of these texts.
    func entryCounts(ofFeed url: String, hashes: [String]) async throws(StorageError) -> [String: Int]
    func story(ofArticle articleID: String) async throws(StorageError) -> Story?
    /// The articles with these ids, without order.
    func articles(ids: [String]) async throws(StorageError) -> [Article]
    /// Which companies the articles seen since a moment are about, oldest first, page by page, to fill the risk and
    /// volume tables.
    func coverage(
        since moment: Timestamp, after place: StorePlace?, limit: Int
    ) async throws(StorageError) -> StorePage<CoverageShare>
    /// How the decision on an article came about; nil for an article that is not there or older than these reasons.
    func decision(onArticle articleID: String) async throws(StorageError) -> DecisionTrail?

    // MARK: Cases

    /// The open cases of these companies with the alerts that told of them, oldest first.
    func openCases(of companyIDs: [String]) async throws(StorageError) -> [CaseFile]
    /// The receivers that were told of these alerts or soon will be, each with the route that chose it.
    func listeners(ofAlerts alertIDs: [String]) async throws(StorageError) -> [CaseListener]
    /// Notes that a user knows of an alert: no more reminders. False where there is none with this id.
    func acknowledge(alertID: String, at moment: Timestamp) async throws(StorageError) -> Bool

    // MARK: Muting

    func add(_ silence: StoredSilence) async throws(StorageError)
    /// Silences that have not ended by then, those that begin later among them.
    func silences(endingAfter moment: Timestamp) async throws(StorageError) -> [StoredSilence]
    /// Ends a silence now. False where there is none with this id, or it has ended already.
    func expireSilence(id: String, at moment: Timestamp) async throws(StorageError) -> Bool
    /// The newest revisions of alerts since a moment whose case is not closed, newest first; nil for all companies.
    func openAlerts(
        since moment: Timestamp, ofCompanies companyIDs: Set<String>?, limit: Int
    ) async throws(StorageError) -> [Alert]

    // MARK: Outbox

    /// Receiver and group of every group that has a pending notice due at or before a moment.
    func dueGroups(at moment: Timestamp) async throws(StorageError) -> [NoticeGroup]
    /// The pending notices of a group, each with its alert at that revision, oldest first.
    func pending(in group: NoticeGroup) async throws(StorageError) -> [PendingAlert]
    /// ONE transaction: writes the delivery (or mutes the notices, or moves them into a digest), marks the notices, notes
    /// the group's flush.
    func flush(_ notices: [PendingNotice], outcome: FlushOutcome, at moment: Timestamp) async throws(StorageError)
    /// Deliveries to a receiver that are due at or before a moment, oldest first; those behind `last` in this order, where
    /// it is given.
    func dueDeliveries(
        to receiver: String, at moment: Timestamp, after last: Delivery?, limit: Int
    ) async throws(StorageError) -> [Delivery]
    /// ONE transaction: the attempts into the log, the deliveries' new states beside them, with a fallback a notice to
    /// that receiver for each alert in the delivery, and that a receiver wants nothing more.
    func record(_ outcomes: [DeliveryOutcome]) async throws(StorageError)
    /// The receivers that want nothing more, each as it was when it said so.
    func receiverStops() async throws(StorageError) -> [ReceiverStop]
    /// When deliveries to a receiver were made since a moment, oldest first.
    func deliveryTimes(to receiver: String, since moment: Timestamp) async throws(StorageError) -> [Timestamp]
    /// When the next pending notice or delivery is due; nil with an empty outbox.
    func nextDueTime() async throws(StorageError) -> Timestamp?
    /// Deliveries in a state, newest first.
    func deliveries(in state: DeliveryState, limit: Int) async throws(StorageError) -> [Delivery]
    /// Makes a delivery due now again, with its id and bytes as they are, also where its receiver wanted nothing more.
    /// False when there is none with this id.
    func retry(deliveryID: String, at moment: Timestamp) async throws(StorageError) -> Bool
    /// Makes every dead letter of a range due now again, by the time when it was made; returns how many. Their receivers,
    /// and one that the range names, are tried again, also where they wanted nothing more.
    func retryDead(_ range: DeliveryRange, at moment: Timestamp) async throws(StorageError) -> Int
    /// Every try of a delivery, first to last.
    func attempts(of deliveryID: String) async throws(StorageError) -> [DeliveryAttempt]
    /// Every notice of an alert, whatever became of it, with all that was decided on it.
    func notices(ofAlert alertID: String) async throws(StorageError) -> [NoticeHistory]

    // MARK: Looking

    /// The latest alerts, newest first, each at its newest revision.
    func latestAlerts(limit: Int) async throws(StorageError) -> [Alert]
    /// The latest articles, newest first.
    func latestArticles(limit: Int) async throws(StorageError) -> [ArticleSummary]
    func article(id: String) async throws(StorageError) -> (article: Article, recordJSON: String)?
    /// Numbers for status, dashboard and metrics.
    func totals() async throws(StorageError) -> StoreTotals

    // MARK: Keeping

    /// ONE transaction: puts the next articles, in the order in which they were stored, into the index of words; returns
    /// how many, 0 where all are in it.
    func indexArticles(limit: Int) async throws(StorageError) -> Int
    /// Removes articles (with records, members, alerts without open deliveries) last seen before a moment; returns how many.
    func removeArticles(before moment: Timestamp) async throws(StorageError) -> Int
    /// Copies the database as it stands now into a new file, whole and checked.
    func backup(to path: String) async throws(StorageError)
    func close() async throws(StorageError)
}

extension NewsStore {
    /// Stores one poll's articles and state.
    public func commit(_ articles: [StoredArticle], feed: FeedState?) async throws(StorageError) {
        try await commit([StoredPoll(articles: articles, feed: feed)])
    }

    /// The first due deliveries to a receiver.
    public func dueDeliveries(
        to receiver: String, at moment: Timestamp, limit: Int
    ) async throws(StorageError) -> [Delivery] {
        try await dueDeliveries(to: receiver, at: moment, after: nil, limit: limit)
    }

    /// Stores the outcome of a poll that brought no article: 304, an unchanged body, a failure, a feed disabled or enabled.
    public func save(_ state: FeedState) async throws(StorageError) {
        try await commit([StoredPoll(feed: state)])
    }
}

/// What one poll leaves in the store.
public struct StoredPoll: Sendable {
    public let articles: [StoredArticle]
    /// The feed's state after it; nil for articles that no poll brought.
    public let feed: FeedState?

    public init(articles: [StoredArticle] = [], feed: FeedState?) {
        self.articles = articles
        self.feed = feed
    }
}

/// An article as lists show it.
public struct ArticleSummary: Sendable, Hashable {
    public let id: String
    public let title: String
    public let url: String?
    public let source: String?
    public let language: Language
    public let publishedAt: Timestamp?
    public let seenAt: Timestamp
    public let storyID: String
    public let severity: Int
    public let sentimentScore: Double
    /// Names of the companies that it is about.
    public let companies: [String]
    /// Codes of its events.
    public let eventTypes: [String]
    /// What was decided and why.
    public let decision: String

    public init(
        id: String, title: String, url: String?, source: String?, language: Language, publishedAt: Timestamp?,
        seenAt: Timestamp, storyID: String, severity: Int, sentimentScore: Double, companies: [String],
        eventTypes: [String], decision: String
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.source = source
        self.language = language
        self.publishedAt = publishedAt
        self.seenAt = seenAt
        self.storyID = storyID
        self.severity = severity
        self.sentimentScore = sentimentScore
        self.companies = companies
        self.eventTypes = eventTypes
        self.decision = decision
    }
}

/// The newest text of an entry, as a hash, and how often it has changed.
public struct EntryText: Sendable, Hashable {
    public let hash: String
    public let changes: Int

    public init(hash: String, changes: Int) {
        self.hash = hash
        self.changes = changes
    }
}

/// The story of an article, the companies that it is about, and what it adds to the risk of each, 0...1.
public struct CoverageShare: Sendable, Hashable {
    public let storyID: String
    public let seenAt: Timestamp
    public var riskShares: [String: Double]

    public init(storyID: String, seenAt: Timestamp, riskShares: [String: Double]) {
        self.storyID = storyID
        self.seenAt = seenAt
        self.riskShares = riskShares
    }
}

/// Where every decision ended: decided = stored + alerted + muted + digested + waiting. Articles that send nothing count
/// once, the others once for each notice. Retention does not lower the counts.
public struct DecisionAccounts: Sendable, Hashable {
    public var decided = 0
    public var stored = 0
    public var alerted = 0
    public var muted = 0
    public var digested = 0
    public var waiting = 0

    public init() {}

    /// True while nothing is lost: every decision has its end or waits for it.
    public var isBalanced: Bool { decided == stored + alerted + muted + digested + waiting }
}

/// Counts over the whole store.
public struct StoreTotals: Sendable, Hashable {
    public var accounts = DecisionAccounts()
    public var articles = 0
    public var stories = 0
    /// Alerts, each counted once whatever its revision.
    public var alerts = 0
    public var pendingNotices = 0
    public var mutedNotices = 0
    public var dueDeliveries = 0
    public var deliveredDeliveries = 0
    public var deadDeliveries = 0
    public var attempts = 0

    public init() {}
}
