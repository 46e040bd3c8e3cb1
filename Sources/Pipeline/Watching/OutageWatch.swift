import NewsModel
import Synchronization

/// Tells an outage, when most feeds fail together, from feeds that fail by themselves: ten thousand failures of one
/// cause are one notice. Shared by all polls; `Mutex` guards the results.
final class OutageWatch: Sendable {
    /// What a poll's result says about all feeds together.
    enum Change: Sendable {
        case began
        case ended
    }

    private let results: Mutex<RecentResults>

    init(feedCount: Int) {
        results = Mutex(RecentResults(feedCount: feedCount))
    }

    /// Takes a new number of configured feeds into force.
    func replace(feedCount: Int) {
        results.withLock { $0.feedCount = feedCount }
    }

    /// True while most feeds fail together.
    var isOn: Bool { results.withLock { $0.isOutage } }

    /// True where the outage that is on was told already, by a run of the program before this one.
    var wasTold: Bool { results.withLock { $0.wasTold } }

    /// Takes in a poll's result.
    ///
    /// - Parameter wasTold: the feed's failure is part of an outage that was told before a restart.
    func note(_ url: String, failed: Bool, wasTold: Bool = false, now: Timestamp) -> Change? {
        results.withLock { $0.note(url, RecentResult(failed: failed, wasTold: wasTold, at: now)) }
    }
}

private struct RecentResult {
    let failed: Bool
    let wasTold: Bool
    let at: Timestamp
}

/// The latest result of every feed that was polled in the last minutes. By time and not by number: feeds that hang are
/// the last of every round, and would look like all of them.
private struct RecentResults {
    private static let windowSeconds: Int64 = 600
    /// Fewer feeds fail together by chance.
    private static let leastFeeds = 5
    /// So many are enough where more are configured.
    private static let enoughFeeds = 50
    private static let beginShare = 0.8
    private static let endShare = 0.5

    var feedCount: Int
    private(set) var isOutage = false
    private var latest: [String: RecentResult] = [:]
    /// In the order of their time; those that a later one has replaced are still in it.
    private var order: [(url: String, at: Timestamp)] = []
    private var head = 0
    private var failed = 0
    private var told = 0

    init(feedCount: Int) {
        self.feedCount = feedCount
    }

    var wasTold: Bool { told > 0 }

    mutating func note(_ url: String, _ result: RecentResult) -> OutageWatch.Change? {
        forget(before: result.at.adding(seconds: -Self.windowSeconds))
        count(latest.updateValue(result, forKey: url), -1)
        count(result, 1)
        order.append((url, result.at))
        let share = Double(failed) / Double(latest.count)
        let isEnough = latest.count >= max(Self.leastFeeds, min(Self.enoughFeeds, feedCount))
        if !isOutage, isEnough, share >= Self.beginShare {
            isOutage = true
            return .began
        }
        guard isOutage, share < Self.endShare else { return nil }
        isOutage = false
        return .ended
    }

    private mutating func forget(before moment: Timestamp) {
        while head < order.count, order[head].at < moment {
            let (url, at) = order[head]
            head += 1
            guard let result = latest[url], result.at == at else { continue }
            latest[url] = nil
            count(result, -1)
        }
        guard head > 1024, head > order.count / 2 else { return }
        order.removeFirst(head)
        head = 0
    }

    private mutating func count(_ result: RecentResult?, _ step: Int) {
        guard let result else { return }
        if result.failed { failed += step }
        if result.wasTold { told += step }
    }
}
