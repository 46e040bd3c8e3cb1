import Alerting
import Fetching
import Foundation
public import Logging
public import NewsModel
public import ServiceLifecycle
public import Storage
import Synchronization

/// The whole monitor: it polls, scores, stores, alerts and delivers. One process, one data folder.
public final class Monitor: Sendable {
    /// What it keeps; the dashboard reads it.
    public let store: any NewsStore
    public let startedAt: Timestamp
    private let fetcher: HTTPFetcher
    private let receiverFetchers: ReceiverFetchers
    private let pauses: PauseKeeper
    private let newsdesk: Newsdesk
    private let board: FeedBoard
    /// The feeds that the last process died on.
    private let suspects: Set<String>
    private let outage: OutageWatch
    private let deliveries: DeliveryBoard
    private let now: @Sendable () -> Timestamp
    private let logger: Logger
    private let current: Mutex<Current>

    private struct Current: Sendable {
        var settings: MonitorSettings
        var lexiconHash: String
        var poll: FeedPoll
    }

    /// Stories are looked for among the articles of so long: 3 days.
    static let storyWindowSeconds: Int64 = 3 * 86_400

    /// Opens the data folder and reads lexicons and alerts.
    ///
    /// - Throws: `MonitorFailure` with every problem of the files, or with what is wrong with the data folder.
    public static func open(
        _ settings: MonitorSettings, now: @escaping @Sendable () -> Timestamp, logger: Logger
    ) async throws(MonitorFailure) -> Monitor {
        let parts = try MonitorParts(settings)
        do {
            let store = try SQLiteNewsStore.open(folder: settings.dataFolder, logger: logger)
            return try await Monitor(parts, store: store, now: now, logger: logger)
        } catch let error as StorageError {
            throw MonitorFailure(error)
        } catch let error as InputFailure {
            throw MonitorFailure(.configuration, error.description)
        } catch {
            throw MonitorFailure(.storage, "\(error)")
        }
    }

    init(
        _ parts: MonitorParts, store: any NewsStore, now: @escaping @Sendable () -> Timestamp, logger: Logger
    ) async throws {
        let settings = parts.settings
        self.store = store
        self.now = now
        self.logger = logger
        startedAt = now()
        pauses = PauseKeeper(store: store, logger: logger)
        fetcher = try FetcherFactory.fetcher(
            settings.fetching, now: now, memory: try await pauses.memory(), logger: logger)
        receiverFetchers = try ReceiverFetchers(settings.fetching, logger: logger)
        newsdesk = try await Newsdesk(
            store: store, desk: parts.desk, storyWindowSeconds: Self.storyWindowSeconds, now: now)
        board = FeedBoard(feeds: settings.feeds, store: store, schedule: parts.schedule)
        outage = OutageWatch(feedCount: settings.feeds.count)
        let marks = ReadingMarks(dataFolder: settings.dataFolder)
        let review = try await Quarantine.review(marks, board: board, at: now())
        suspects = review.suspects
        for url in review.setAside {
            logger.error("feed set aside: the program died on it again and again", metadata: ["feed": "\(url)"])
        }
        for outdated in parts.alerting.outdatedCalendars(at: now()) { logger.warning("\(outdated)") }
        deliveries = DeliveryBoard(
            parts.alerting, outbox: StoreOutbox(store: store),
            parts: receiverFetchers.parts(dataFolder: settings.dataFolder), now: now)
        current = Mutex(
            Current(
                settings: settings, lexiconHash: parts.lexiconHash,
                poll: parts.feedPoll(
                    fetcher: fetcher, newsdesk: newsdesk, outage: outage, store: store, now: now, logger: logger)))
    }

    /// Reads the feeds that the last process died on. To be called before the services run: with nothing else under way, a
    /// feed is not blamed three times in a row for what ends the program from outside.
    public func readSuspects() async {
        guard !suspects.isEmpty else { return }
        do {
            _ = try await pollOnce(only: suspects)
        } catch {
            logger.error("suspect feeds not read first", metadata: ["reason": "\(error)"])
        }
    }

    /// What runs until shutdown. The store and the fetcher are closed by `close`, after all of it has ended.
    public var services: [any Service] {
        [
            poller,
            Deliverer(board: deliveries, now: now, logger: logger),
            pauses,
            indexer,
            Janitor(
                store: store, newsdesk: newsdesk, retentionDays: current.withLock { $0.settings.retentionDays },
                now: now,
                logger: logger),
        ]
    }

    private var indexer: SearchIndexer { SearchIndexer(store: store, logger: logger) }

    private var poller: Poller {
        Poller(
            poll: { [self] in current.withLock { $0.poll } }, board: board,
            concurrency: current.withLock { $0.settings.polling.concurrency },
            hostLimit: { [self] host in current.withLock { $0.settings.fetching.limits(of: host).connections } },
            now: now, logger: logger)
    }

    /// One pass over the feeds that are due, or with `all` over every feed.
    public func pollOnce(all: Bool) async throws(MonitorFailure) -> PassSummary {
        try await pass { try await self.poller.pollDueFeeds(all: all) }
    }

    /// Without the services nobody else writes down which hosts asked for a pause.
    private func pass(_ poll: () async throws -> PassSummary) async throws(MonitorFailure) -> PassSummary {
        do {
            let summary = try await poll()
            await pauses.save()
            return summary
        } catch {
            throw MonitorFailure(.storage, "\(error)")
        }
    }

    /// Flushes every group without waiting, then tries each due delivery once, for `seconds` at most.
    /// What failed stays for the next pass. Returns how many were delivered, and how many failed.
    public func deliverOnce(seconds: Int64) async throws(MonitorFailure) -> (delivered: Int, failed: Int) {
        do {
            let generation = await deliveries.current
            _ = try await generation.flusher.flushDueGroups(now: now(), ignoringIntervals: true)
            let report = try await generation.workers.deliverDue(until: now().adding(seconds: seconds))
            return (report.delivered, report.failed + report.dead)
        } catch {
            throw MonitorFailure(.storage, "\(error)")
        }
    }

    /// Puts what was stored into the index of `search`, for passes without the services; what is more than some seconds'
    /// work is left for the next one.
    public func indexArticles() async {
        await indexer.index(limit: 5000)
    }

    /// Takes new settings into force. On failure everything stays as it was. The data folder cannot change.
    public func reload(_ settings: MonitorSettings) async throws(MonitorFailure) {
        let old = current.withLock { $0.settings }
        guard settings.dataFolder == old.dataFolder, settings.fetching == old.fetching else {
            throw MonitorFailure(
                .configuration, "data and fetching cannot change while the daemon runs; start it again")
        }
        let parts = try MonitorParts(settings)
        await newsdesk.replace(parts.desk)
        await board.replace(settings.feeds, schedule: parts.schedule)
        outage.replace(feedCount: settings.feeds.count)
        await deliveries.replace(parts.alerting)
        let poll = parts.feedPoll(
            fetcher: fetcher, newsdesk: newsdesk, outage: outage, store: store, now: now, logger: logger)
        current.withLock { $0 = Current(settings: settings, lexiconHash: parts.lexiconHash, poll: poll) }
        logger.notice("reloaded", metadata: ["feeds": "\(settings.feeds.count)"])
    }

    /// `sha256:...` of the lexicons in force.
    public var lexiconHash: String { current.withLock { $0.lexiconHash } }

    /// Every configured feed with its state.
    public func feeds() async throws(MonitorFailure) -> [(feed: Feed, state: FeedState)] {
        do {
            return try await board.statuses(at: now()).map { ($0.feed, $0.state) }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Every configured receiver, with what it said where it wants nothing more.
    public func receivers() async throws(MonitorFailure) -> [(name: String, stop: ReceiverStop?)] {
        do {
            let stops = try await store.receiverStops()
            return await deliveries.current.workers.all.map { worker in
                (worker.receiver.name, worker.receiver.stop(among: stops))
            }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// What fetching is doing, and whether most feeds fail together.
    public var fetching: (figures: FetchingFigures, isOutage: Bool) {
        let statistics = fetcher.statistics
        return (
            FetchingFigures(
                active: statistics.active, waiting: statistics.waiting,
                longestTurnMilliseconds: statistics.longestTurnMilliseconds), outage.isOn
        )
    }

    /// Enables or stops a feed. False where it is not configured.
    public func setFeed(_ url: String, enabled: Bool) async throws(MonitorFailure) -> Bool {
        do {
            return try await board.setFeed(url, enabled: enabled, reason: "disabled by the user", at: now())
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Makes a feed due now, for the poller that runs. False where it is not configured or is stopped.
    public func pollSoon(_ url: String) async throws(MonitorFailure) -> Bool {
        do {
            return try await board.makeDue(url, at: now())
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// One pass over the named feeds, due or not.
    public func pollOnce(only urls: Set<String>) async throws(MonitorFailure) -> PassSummary {
        try await pass { try await self.poller.pollFeeds(urls) }
    }

    /// Makes a dead or waiting delivery due now, under its id. False where there is none with this id.
    public func retry(deliveryID: String) async throws(MonitorFailure) -> Bool {
        do {
            return try await store.retry(deliveryID: deliveryID, at: now())
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Copies the database into a new file while everything goes on.
    public func backup(to path: String) async throws(MonitorFailure) {
        do {
            try await store.backup(to: path)
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Makes every dead letter of a range due now. Returns how many.
    public func retryDead(_ range: DeliveryRange) async throws(MonitorFailure) -> Int {
        do {
            return try await store.retryDead(range, at: now())
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Notes that a user knows of an alert. False where there is none with this id.
    public func acknowledge(alertID: String) async throws(MonitorFailure) -> Bool {
        do {
            return try await store.acknowledge(alertID: alertID, at: now())
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Adds a silence that begins now. Throws with what is wrong with its matchers.
    public func addSilence(
        matchers: [String], until end: Timestamp, why: String?
    ) async throws(MonitorFailure) -> StoredSilence {
        let start = now()
        let silence = StoredSilence(
            id: "silence-\(String(start.milliseconds, radix: 36))-\(matchers.count)", matchers: matchers,
            startsAt: start,
            endsAt: end, why: why, createdAt: start)
        do {
            try SilenceParser.check(silence)
            try await store.add(silence)
        } catch let problem as SilenceParser.Problem {
            throw MonitorFailure(.configuration, problem.description)
        } catch {
            throw MonitorFailure(.storage, "\(error)")
        }
        return silence
    }

    /// Ends a silence now. False where there is none with this id, or it has ended already.
    public func expireSilence(id: String) async throws(MonitorFailure) -> Bool {
        do {
            return try await store.expireSilence(id: id, at: now())
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Counts over the store; nil where it does not answer.
    public func numbers() async -> MonitorNumbers? {
        guard let totals = try? await store.totals() else { return nil }
        return MonitorNumbers(
            articles: totals.articles, stories: totals.stories, alerts: totals.alerts,
            delivered: totals.deliveredDeliveries, waiting: totals.pendingNotices + totals.dueDeliveries,
            dead: totals.deadDeliveries)
    }

    /// Ends the fetcher's thread and closes the store. Call it when no service runs any more.
    public func close() async {
        await fetcher.shutdown()
        await pauses.save()
        await receiverFetchers.shutdown()
        do {
            try await store.close()
        } catch {
            logger.error("the store did not close cleanly", metadata: ["reason": "\(error)"])
        }
    }
}

/// What the one thread that fetches is doing.
public struct FetchingFigures: Sendable, Hashable {
    /// Transfers that run.
    public let active: Int
    /// Fetches that wait for their turn at their host.
    public let waiting: Int
    /// The longest time in which it did not look at its sockets, since the start.
    public let longestTurnMilliseconds: Int
}

/// Counts for a person: what was read, decided and sent.
public struct MonitorNumbers: Sendable, Hashable {
    public let articles: Int
    public let stories: Int
    public let alerts: Int
    public let delivered: Int
    public let waiting: Int
    public let dead: Int
}
