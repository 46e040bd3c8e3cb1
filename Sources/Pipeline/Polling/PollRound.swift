import NewsModel

/// Which due feeds wait, and which are being polled: at most `limit` at once and at most so many of one host, so that a
/// host with a hundred feeds, or one that hangs, never takes the places of the others.
struct PollRound {
    let limit: Int
    private let hostLimit: @Sendable (String) -> Int
    /// URLs of the feeds that are being polled now.
    private(set) var underWay: Set<String> = []
    private var hosts: [String: Host] = [:]
    /// Hosts that have a feed to start now, in turn.
    private var ready: ArraySlice<String> = []

    private struct Host {
        var waiting: ArraySlice<FeedBoard.DueFeed> = []
        var active = 0
        var isReady = false
    }

    init(limit: Int, hostLimit: @escaping @Sendable (String) -> Int) {
        self.limit = limit
        self.hostLimit = hostLimit
    }

    var isEmpty: Bool { underWay.isEmpty && hosts.isEmpty }
    /// True where a feed could start now.
    var hasNext: Bool { underWay.count < limit && !ready.isEmpty }

    /// Adds feeds that are due now to those that wait.
    mutating func add(_ due: [FeedBoard.DueFeed]) {
        for item in due {
            let host = HostName.of(item.state.currentURL)
            hosts[host, default: Host()].waiting.append(item)
            makeReady(host)
        }
    }

    /// The next feed to poll, or nil while none waits that may start.
    mutating func start() -> FeedBoard.DueFeed? {
        guard underWay.count < limit, let host = ready.popFirst() else { return nil }
        hosts[host]?.isReady = false
        guard let next = hosts[host]?.waiting.popFirst() else { return nil }
        hosts[host]?.active += 1
        underWay.insert(next.feed.url)
        makeReady(host)
        return next
    }

    mutating func finish(_ item: FeedBoard.DueFeed) {
        underWay.remove(item.feed.url)
        let host = HostName.of(item.state.currentURL)
        hosts[host]?.active -= 1
        makeReady(host)
        if let left = hosts[host], left.active == 0, left.waiting.isEmpty { hosts[host] = nil }
    }

    private mutating func makeReady(_ name: String) {
        guard let host = hosts[name], !host.isReady, !host.waiting.isEmpty, host.active < hostLimit(name) else {
            return
        }
        hosts[name]?.isReady = true
        ready.append(name)
    }
}
