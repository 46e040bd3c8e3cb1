/// What a fetcher is doing now, for metrics.
public struct FetcherStatistics: Sendable, Hashable {
    /// Transfers that run.
    public var active = 0
    /// Fetches that wait for their turn.
    public var waiting = 0
    /// The longest time in which the loop's thread did not look at its sockets, since the start.
    public var longestTurnMilliseconds = 0

    public init() {}
}
