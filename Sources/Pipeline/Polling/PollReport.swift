public import NewsModel

/// What one poll of one feed came to.
public struct PollReport: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// 304: the server says that nothing changed.
        case notModified
        /// 200 with the very bytes of last time: not parsed again.
        case unchanged
        /// Articles stored; with `isBaseline` the feed was seen for the first time and raised no alert.
        case stored(articles: Int, alerts: Int, isBaseline: Bool)
        /// Not asked, because its host has asked for a pause; the reason in plain words.
        case postponed(String)
        /// The reason in plain words; the feed is tried again later.
        case failed(String)
        /// 410 and the like: the feed is not polled any more until the user enables it.
        case stopped(String)
    }

    public let feed: Feed
    public let outcome: Outcome
    /// The feed's state after the poll.
    public let state: FeedState
    /// What else the log should tell: a move, a gap, an outage.
    public var remarks: [String] = []

    public init(feed: Feed, outcome: Outcome, state: FeedState) {
        self.feed = feed
        self.outcome = outcome
        self.state = state
    }
}
