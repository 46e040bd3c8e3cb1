import NewsModel
import Storage

/// The configured feeds with their stored states: which are due, and when the next one is.
actor FeedBoard {
    private let store: any NewsStore
    private let schedule: PollSchedule
    private let startedAt: Timestamp
    private var feeds: [Feed]

    /// A feed that is due, with its state.
    struct DueFeed: Sendable {
        let feed: Feed
        let state: FeedState
    }

    init(feeds: [Feed], store: any NewsStore, schedule: PollSchedule, startedAt: Timestamp) {
        self.feeds = feeds
        self.store = store
        self.schedule = schedule
        self.startedAt = startedAt
    }

    /// Takes a new list into force at the next look.
    func replace(_ feeds: [Feed]) {
        self.feeds = feeds
    }

    /// The feeds that are due, the longest overdue first; `all` ignores the schedule but not a stop.
    func dueFeeds(at moment: Timestamp, all: Bool) async throws(StorageError) -> [DueFeed] {
        try await statuses()
            .filter { $0.state.disabledReason == nil && (all || dueTime($0) <= moment) }
            .sorted { (dueTime($0), $0.feed.url) < (dueTime($1), $1.feed.url) }
    }

    /// When the next feed is due, but for those that are busy; nil where there is none.
    func nextDueTime(besides busy: Set<String>) async throws(StorageError) -> Timestamp? {
        try await statuses()
            .filter { $0.state.disabledReason == nil && !busy.contains($0.feed.url) }
            .map(dueTime).min()
    }

    /// Every configured feed with its state, in the order of the configuration.
    func statuses() async throws(StorageError) -> [DueFeed] {
        let known = Dictionary(
            try await store.feedStates().map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        return feeds.map { DueFeed(feed: $0, state: known[$0.url] ?? FeedState(url: $0.url)) }
    }

    /// Enables a stopped feed, due now, or stops one. False where it is not configured.
    func setFeed(_ url: String, enabled: Bool, reason: String) async throws(StorageError) -> Bool {
        guard let found = try await statuses().first(where: { $0.feed.url == url }) else { return false }
        var state = found.state
        state.disabledReason = enabled ? nil : reason
        if enabled {
            state.errorCount = 0
            state.nextCheckAt = nil
        }
        try await store.save(state)
        return true
    }

    /// Makes a feed due now. False where it is not configured or is stopped.
    func makeDue(_ url: String) async throws(StorageError) -> Bool {
        guard let found = try await statuses().first(where: { $0.feed.url == url }), found.state.disabledReason == nil
        else { return false }
        var state = found.state
        state.nextCheckAt = nil
        try await store.save(state)
        return true
    }

    private func dueTime(_ item: DueFeed) -> Timestamp {
        item.state.nextCheckAt ?? schedule.firstPoll(item.feed, count: feeds.count, now: startedAt)
    }
}
