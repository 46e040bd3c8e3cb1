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

/// A pending notice with the alert, at the revision that the notice names, and what became of that alert since.
public struct PendingAlert: Sendable, Hashable {
    public let notice: PendingNotice
    public let alert: Alert
    /// The newest revision of the alert.
    public let newestRevision: Int
    /// True once a user has said that he knows.
    public let isAcknowledged: Bool
    /// True once the case of the alert is closed.
    public let isClosed: Bool
    /// True where the receiver was sent something of this alert, or of another alert of its case.
    public let wasTold: Bool

    public init(
        notice: PendingNotice, alert: Alert, newestRevision: Int? = nil, isAcknowledged: Bool = false,
        isClosed: Bool = false, wasTold: Bool = true
    ) {
        self.notice = notice
        self.alert = alert
        self.newestRevision = newestRevision ?? notice.revision
        self.isAcknowledged = isAcknowledged
        self.isClosed = isClosed
        self.wasTold = wasTold
    }
}

/// What became of the notices of a flushed group.
public enum FlushOutcome: Sendable, Hashable {
    /// Written as a delivery, with the reminders that follow it.
    case delivery(Delivery, reminders: [PendingNotice] = [])
    /// Not sent, for good.
    case muted(NoticeVerdict)
    /// Kept for a digest: the notices move to that group and are due at the verdict's `until`.
    case held(NoticeVerdict, groupKey: String)
}

/// A notice with all that was decided on it, for "why".
public struct NoticeHistory: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, Codable {
        case pending, sent, muted, digested
    }

    public let notice: PendingNotice
    public let state: State
    /// Oldest first.
    public let verdicts: [NoticeVerdict]
    /// The delivery that it went out with.
    public let deliveryID: String?

    public init(notice: PendingNotice, state: State, verdicts: [NoticeVerdict], deliveryID: String?) {
        self.notice = notice
        self.state = state
        self.verdicts = verdicts
        self.deliveryID = deliveryID
    }
}
