import NewsModel

/// Which due feeds wait, and which are being polled. At most `limit` at once, each feed once.
struct PollRound {
    let limit: Int
    /// URLs of the feeds that are being polled now.
    private(set) var underWay: Set<String> = []
    private var waiting: ArraySlice<FeedBoard.DueFeed> = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Puts a new look at the due feeds in the place of the old one.
    mutating func take(_ due: [FeedBoard.DueFeed]) {
        waiting = due.filter { !underWay.contains($0.feed.url) }[...]
    }

    /// The next feed to poll, or nil while none waits or too many are under way.
    mutating func start() -> FeedBoard.DueFeed? {
        guard underWay.count < limit, let next = waiting.popFirst() else { return nil }
        underWay.insert(next.feed.url)
        return next
    }

    mutating func finish(_ feed: Feed) {
        underWay.remove(feed.url)
    }
}
