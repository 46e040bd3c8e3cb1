import NewsModel
import Storage

/// The configured feeds with their states: which are due, and when the next one is. The states are read from the store
/// once; from then on every poll tells its outcome here, because one process owns the store.
actor FeedBoard {
    private let store: any NewsStore
    private var schedule: PollSchedule
    private var entries: [Entry]
    private var places: [String: Int]
    private var queue: DueQueue
    private var isLoaded = false
    private var lastLook: Timestamp?

    /// A feed that is due, with its state.
    struct DueFeed: Sendable {
        let feed: Feed
        let state: FeedState
    }

    private struct Entry {
        let feed: Feed
        var state: FeedState
        /// Given out to be polled, and not back yet.
        var isUnderWay = false
        /// The user stopped it (with the reason) or enabled it (nil) while it was being polled.
        var switched: String??
        /// The user released an article of it while it was being polled.
        var isToBeReadWhole = false
    }

    /// A clock that goes back by less than this many seconds is corrected, not set.
    private static let clockTolerance: Int64 = 60

    init(feeds: [Feed], store: any NewsStore, schedule: PollSchedule) {
        self.store = store
        self.schedule = schedule
        entries = feeds.map { Entry(feed: $0, state: FeedState(url: $0.url)) }
        places = Self.places(feeds)
        queue = DueQueue(count: feeds.count)
    }

    /// Takes a new list into force at the next look. Known feeds keep their states, those under way stay so.
    func replace(_ feeds: [Feed], schedule: PollSchedule) {
        self.schedule = schedule
        let old = places.mapValues { entries[$0] }
        entries = feeds.map { feed in
            var entry = Entry(feed: feed, state: FeedState(url: feed.url))
            if let known = old[feed.url] {
                entry.state = known.state
                entry.isUnderWay = known.isUnderWay
                entry.switched = known.switched
            }
            return entry
        }
        places = Self.places(feeds)
        isLoaded = false
    }

    /// Takes out the feeds that are due, the longest overdue first; `all` ignores the schedule but not a stop. Each must
    /// come back through `record`.
    func takeDue(at moment: Timestamp, all: Bool) async throws(StorageError) -> [DueFeed] {
        try await load(at: moment)
        if let lastLook, moment < lastLook.adding(seconds: -Self.clockTolerance) { rebuildQueue(at: moment) }
        lastLook = moment
        var due: [DueFeed] = []
        while let place = queue.take(at: all ? Timestamp(milliseconds: .max) : moment) {
            entries[place].isUnderWay = true
            due.append(DueFeed(feed: entries[place].feed, state: entries[place].state))
        }
        return due
    }

    /// When the next feed is due; nil where there is none.
    func nextDueTime(at moment: Timestamp) async throws(StorageError) -> Timestamp? {
        try await load(at: moment)
        return queue.nextDue()
    }

    /// Polls a second that the feeds' intervals come to.
    func pollsPerSecond(at moment: Timestamp) -> Double {
        entries.reduce(0) { sum, entry in
            guard entry.state.disabledReason == nil else { return sum }
            return sum + 1 / Double(max(1, schedule.interval(entry.feed, state: entry.state, now: moment)))
        }
    }

    /// Takes back a feed with its state after the poll. What the user switched meanwhile has the last word.
    func record(_ state: FeedState, at moment: Timestamp) async throws(StorageError) {
        guard let place = places[state.url] else { return }
        entries[place].isUnderWay = false
        entries[place].state = state
        let isChanged = entries[place].isToBeReadWhole || entries[place].switched != nil
        if entries[place].isToBeReadWhole { entries[place].state.forgetAnswer() }
        if let reason = entries[place].switched { apply(reason, to: place) }
        entries[place].isToBeReadWhole = false
        entries[place].switched = nil
        put(place, at: moment)
        if isChanged { try await store.save(entries[place].state) }
    }

    /// Every configured feed with its state, in the order of the configuration.
    func statuses(at moment: Timestamp) async throws(StorageError) -> [DueFeed] {
        try await load(at: moment)
        return entries.map { DueFeed(feed: $0.feed, state: $0.state) }
    }

    /// Enables a stopped feed, due now, or stops one. False where it is not configured.
    func setFeed(_ url: String, enabled: Bool, reason: String, at moment: Timestamp) async throws(StorageError) -> Bool
    {
        try await load(at: moment)
        guard let place = places[url] else { return false }
        if entries[place].isUnderWay { entries[place].switched = .some(enabled ? nil : reason) }
        apply(enabled ? nil : reason, to: place)
        put(place, at: moment)
        try await store.save(entries[place].state)
        return true
    }

    /// Makes a feed due now. False where it is not configured or is stopped.
    func makeDue(_ url: String, at moment: Timestamp) async throws(StorageError) -> Bool {
        try await load(at: moment)
        guard let place = places[url], entries[place].state.disabledReason == nil else { return false }
        // One that is being polled right now is as good as due.
        guard !entries[place].isUnderWay else { return true }
        entries[place].state.nextCheckAt = nil
        put(place, at: moment)
        try await store.save(entries[place].state)
        return true
    }

    /// Has the next poll read a feed whole, changed or not, for what was passed over before. It becomes due now.
    func readWhole(_ url: String, at moment: Timestamp) async throws(StorageError) {
        try await load(at: moment)
        guard let place = places[url] else { return }
        if entries[place].isUnderWay { return entries[place].isToBeReadWhole = true }
        entries[place].state.forgetAnswer()
        put(place, at: moment)
        try await store.save(entries[place].state)
    }

    /// Takes out the named feeds, due or not, but for those that are stopped. Each must come back through `record`.
    func take(_ urls: Set<String>, at moment: Timestamp) async throws(StorageError) -> [DueFeed] {
        try await load(at: moment)
        let wanted = entries.indices.filter { place in
            urls.contains(entries[place].feed.url) && places[entries[place].feed.url] == place
                && !entries[place].isUnderWay && entries[place].state.disabledReason == nil
        }
        return wanted.map { place in
            entries[place].isUnderWay = true
            queue.remove(place)
            return DueFeed(feed: entries[place].feed, state: entries[place].state)
        }
    }

    private func apply(_ reason: String?, to place: Int) {
        entries[place].state.disabledReason = reason
        guard reason == nil else { return }
        entries[place].state.errorCount = 0
        entries[place].state.nextCheckAt = nil
        entries[place].state.trouble = FeedTrouble()
    }

    private func load(at moment: Timestamp) async throws(StorageError) {
        guard !isLoaded else { return }
        let known = Dictionary(
            try await store.feedStates().map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        for place in entries.indices where !entries[place].isUnderWay {
            if let state = known[entries[place].feed.url] { entries[place].state = state }
        }
        isLoaded = true
        rebuildQueue(at: moment)
    }

    private func rebuildQueue(at moment: Timestamp) {
        queue = DueQueue(count: entries.count)
        for place in entries.indices { put(place, at: moment) }
    }

    private func put(_ place: Int, at moment: Timestamp) {
        let entry = entries[place]
        guard places[entry.feed.url] == place, !entry.isUnderWay, entry.state.disabledReason == nil else {
            return queue.remove(place)
        }
        queue.set(place, due: Self.dueTime(entry.state, at: moment), phase: PollSchedule.phase(entry.feed.url))
    }

    /// A feed that was never polled is due at once. One that was polled in the future, because the clock was set back
    /// since, keeps its interval and not its moment.
    private static func dueTime(_ state: FeedState, at now: Timestamp) -> Timestamp {
        guard let next = state.nextCheckAt else { return Timestamp(milliseconds: 0) }
        guard let checked = state.checkedAt, checked > now.adding(seconds: clockTolerance) else { return next }
        return now.adding(seconds: max(0, next.seconds(since: checked)))
    }

    /// Where each feed stands; of a URL that is listed twice the first.
    private static func places(_ feeds: [Feed]) -> [String: Int] {
        Dictionary(feeds.enumerated().map { ($1.url, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension FeedState {
    /// Without validators and hash the next answer is a whole one, and is read.
    fileprivate mutating func forgetAnswer() {
        etag = nil
        lastModified = nil
        bodyHash = nil
        nextCheckAt = nil
    }
}
