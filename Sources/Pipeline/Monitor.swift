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
    let fetcher: HTTPFetcher
    private let receiverFetchers: ReceiverFetchers
    private let pauses: PauseKeeper
    private let newsdesk: Newsdesk
    let board: FeedBoard
    /// The feeds that the last process died on.
    private let suspects: Set<String>
    let outage: OutageWatch
    let deliveries: DeliveryBoard
    let now: @Sendable () -> Timestamp
    private let logger: Logger
    let current: Mutex<Current>

    struct Current: Sendable {
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
        let quarantine = try await Quarantine.review(marks, board: board, store: store, at: now())
        suspects = quarantine.suspects
        quarantine.log(to: logger)
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
            janitor,
        ]
    }

    private var indexer: SearchIndexer { SearchIndexer(store: store, logger: logger) }

    private var janitor: Janitor {
        Janitor(
            store: store, newsdesk: newsdesk, retentionDays: current.withLock { $0.settings.retentionDays }, now: now,
            logger: logger)
    }

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

    /// One pass over the named feeds, due or not.
    public func pollOnce(only urls: Set<String>) async throws(MonitorFailure) -> PassSummary {
        try await pass { try await self.poller.pollFeeds(urls) }
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

    /// What the services do beside polling and delivering, for passes without them: removes articles past their retention,
    /// and puts what was stored into the index of `search`; what is more than some seconds' work is left for the next pass.
    public func tidyOnce() async {
        await janitor.tidy()
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
