/// A receiver and the key of a group of notices that go out together.
public struct NoticeGroup: Sendable, Hashable {
    public let receiver: String
    public let groupKey: String
    /// When the group last went out; nil before its first flush.
    public let lastFlushedAt: Timestamp?

    public init(receiver: String, groupKey: String, lastFlushedAt: Timestamp? = nil) {
        self.receiver = receiver
        self.groupKey = groupKey
        self.lastFlushedAt = lastFlushedAt
    }
}

/// A pending notice with the alert, at the revision that the notice names.
public struct PendingAlert: Sendable, Hashable {
    public let notice: PendingNotice
    public let alert: Alert

    public init(notice: PendingNotice, alert: Alert) {
        self.notice = notice
        self.alert = alert
    }
}

/// What became of the notices of a flushed group.
public enum FlushOutcome: Sendable, Hashable {
    case delivery(Delivery)
    /// Not sent, with the reason: `silence "weekend"`.
    case muted(reason: String)
}
