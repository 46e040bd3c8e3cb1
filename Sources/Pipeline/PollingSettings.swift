/// How often feeds are polled, and when their troubles are told.
public struct PollingSettings: Sendable, Hashable {
    /// Seconds between two polls of a feed whose rhythm is not known yet and for which the user sets nothing.
    public var intervalSeconds: Int64 = 15 * 60
    /// No feed is polled more often than this by its rhythm, in seconds; only a feed's own setting goes below.
    public var minimumSeconds: Int64 = 5 * 60
    /// Neither its rhythm nor a server's hint makes polling slower than this, in seconds.
    public var maximumSeconds: Int64 = 24 * 3600
    /// Feeds polled at once, 1...1000.
    public var concurrency = 256
    /// A feed that has failed for so many seconds is told as dead; it is still tried.
    public var deadAfterSeconds: Int64 = 24 * 3600
    /// A feed that answers but brings nothing is told as silent after so many seconds at the least: four days, so that a
    /// long weekend is none.
    public var silentAfterSeconds: Int64 = 4 * 86_400

    public init() {}
}
