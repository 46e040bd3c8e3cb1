import Alerting
import Fetching
public import NewsModel
import Storage
import Synchronization

/// What can be seen of a monitor at work: for status, dashboard and metrics.
extension Monitor {
    /// `sha256:...` of the lexicons in force.
    public var lexiconHash: String { current.withLock { $0.lexiconHash } }

    /// Every configured feed with its state.
    public func feeds() async throws(MonitorFailure) -> [(feed: Feed, state: FeedState)] {
        try await asking { () async throws(StorageError) in
            try await board.statuses(at: now()).map { ($0.feed, $0.state) }
        }
    }

    /// Every configured receiver, with what it said where it wants nothing more.
    public func receivers() async throws(MonitorFailure) -> [(name: String, stop: ReceiverStop?)] {
        let stops = try await asking { () async throws(StorageError) in try await store.receiverStops() }
        return await deliveries.current.workers.all.map { worker in
            (worker.receiver.name, worker.receiver.stop(among: stops))
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

    /// Counts over the store; nil where it does not answer.
    public func numbers() async -> MonitorNumbers? {
        guard let totals = try? await store.totals() else { return nil }
        return MonitorNumbers(
            articles: totals.articles, stories: totals.stories, alerts: totals.alerts,
            delivered: totals.deliveredDeliveries, waiting: totals.pendingNotices + totals.dueDeliveries,
            dead: totals.deadDeliveries)
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
