/// Why a notice exists.
public enum NoticeKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A new alert or a new revision of one.
    case alert
    /// The case behind the alert is closed; for those who heard of it.
    case resolved
    /// The same revision once more, because nobody has acknowledged it.
    case reminder
}

/// One alert revision that waits for its group's flush to one receiver. Written in the article's transaction.
public struct PendingNotice: Sendable, Hashable {
    public let alertID: String
    public let revision: Int
    public let receiver: String
    /// The route that chose the receiver: its path in the tree, `root/legal`.
    public let route: String
    /// The labels that the route groups by, as one string; notices with the same key go out together.
    public let groupKey: String
    /// When the group may go out.
    public let dueAt: Timestamp
    public let kind: NoticeKind
    /// 0 for the first notice of the revision, then one more for each reminder.
    public let round: Int
    /// True once it was held back: it goes out in a digest, with others.
    public let isCollected: Bool

    public init(
        alertID: String, revision: Int, receiver: String, route: String, groupKey: String, dueAt: Timestamp,
        kind: NoticeKind = .alert, round: Int = 0, isCollected: Bool = false
    ) {
        self.alertID = alertID
        self.revision = revision
        self.receiver = receiver
        self.route = route
        self.groupKey = groupKey
        self.dueAt = dueAt
        self.kind = kind
        self.round = round
        self.isCollected = isCollected
    }

    /// `alertID@revision`, with the round behind it for reminders: `alert_1@2#1`.
    public var name: String { "\(alertID)@\(revision)" + (round > 0 ? "#\(round)" : "") }
}

/// The route of notices that no route chose: a receiver failed, and another one takes over.
public enum FallbackRoute {
    private static let prefix = "fallback/"

    /// `fallback/RECEIVER`.
    public static func path(of receiver: String) -> String { prefix + receiver }

    /// True for a path that `path(of:)` made.
    public static func isOne(_ path: String) -> Bool { path.hasPrefix(prefix) }
}
