import NewsModel
import Synchronization

/// Tells an outage, when most feeds fail together, from feeds that fail by themselves: ten thousand failures of one
/// cause are one notice. Shared by all polls; `Mutex` guards the ring.
final class OutageWatch: Sendable {
    /// What a poll's result says about all feeds together.
    enum Change: Sendable {
        case began
        case ended
    }

    private let ring: Mutex<Ring>

    init(feedCount: Int) {
        ring = Mutex(Ring(feedCount: feedCount))
    }

    /// Takes a new number of configured feeds into force.
    func replace(feedCount: Int) {
        ring.withLock { $0.feedCount = feedCount }
    }

    /// True while most feeds fail together.
    var isOn: Bool { ring.withLock { $0.isOn } }

    /// Takes in a poll's result.
    ///
    /// - Parameter wasTold: the feed's failure is part of an outage that was told before a restart.
    func note(_ url: String, failed: Bool, wasTold: Bool = false) -> Change? {
        ring.withLock { $0.note(url, failed: failed, wasTold: wasTold) }
    }

    /// True where the outage that is on was told already, by a run of the program before this one.
    var wasTold: Bool { ring.withLock { $0.wasTold } }

    /// The latest results of so many feeds, each feed once.
    private struct Ring {
        private static let size = 50
        /// Fewer feeds fail together by chance.
        private static let leastFeeds = 5
        private static let beginShare = 0.8
        private static let endShare = 0.5

        private struct Result {
            let url: String
            let failed: Bool
            let wasTold: Bool
        }

        var feedCount: Int
        private var latest: [Result] = []
        private(set) var isOn = false

        init(feedCount: Int) {
            self.feedCount = feedCount
        }

        var wasTold: Bool { latest.contains { $0.wasTold } }

        mutating func note(_ url: String, failed: Bool, wasTold: Bool) -> Change? {
            latest.removeAll { $0.url == url }
            latest.append(Result(url: url, failed: failed, wasTold: wasTold))
            if latest.count > Self.size { latest.removeFirst() }
            let share = Double(latest.count { $0.failed }) / Double(latest.count)
            let isEnough = latest.count >= max(Self.leastFeeds, min(Self.size, feedCount))
            if !isOn, isEnough, share >= Self.beginShare {
                isOn = true
                return .began
            }
            guard isOn, share < Self.endShare else { return nil }
            isOn = false
            return .ended
        }
    }
}
