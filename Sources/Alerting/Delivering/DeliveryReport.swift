public import NewsModel

/// What one pass over due groups did.
public struct FlushReport: Sendable, Hashable {
    /// Deliveries written.
    public var deliveries = 0
    /// Notices that are now on their way.
    public var sentNotices = 0
    public var mutedNotices = 0
    /// Notices that now wait for a digest.
    public var heldNotices = 0
    /// Groups that wait for their interval to end.
    public var heldGroups = 0
    /// When the next pass is worth making; nil when nothing waits.
    public var nextDueAt: Timestamp?

    public init() {}
}

/// What one pass over due deliveries to one receiver did.
public struct DeliveryReport: Sendable, Hashable {
    public var delivered = 0
    /// Tries that failed and will be made again.
    public var failed = 0
    /// Deliveries given up for good by this pass.
    public var dead = 0
    /// When the next pass is worth making; nil when nothing waits.
    public var nextDueAt: Timestamp?
    /// Set when the receiver wants nothing more (410 Gone), with the reason.
    public var disabledReason: String?

    public init() {}

    /// Adds another receiver's pass.
    public mutating func add(_ other: DeliveryReport) {
        delivered += other.delivered
        failed += other.failed
        dead += other.dead
        nextDueAt = [nextDueAt, other.nextDueAt].compactMap { $0 }.min()
        disabledReason = disabledReason ?? other.disabledReason
    }
}
