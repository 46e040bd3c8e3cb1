public import NewsModel

/// What waits to be sent, and what became of it. The pipeline makes the store conform.
///
/// Every call is one transaction; a call that returns has reached the disk.
public protocol Outbox: Sendable {
    /// Receiver and group of every group that has a pending notice due at or before a moment.
    func dueGroups(at moment: Timestamp) async throws -> [NoticeGroup]
    /// The pending notices of a group, each with its alert at that revision, oldest first.
    func pending(in group: NoticeGroup) async throws -> [PendingAlert]
    /// Writes the delivery (or, with a reason, mutes the notices), marks the notices, notes the group's flush.
    func flush(_ notices: [PendingNotice], outcome: FlushOutcome, at moment: Timestamp) async throws
    /// Deliveries to a receiver that are due at or before a moment, oldest first.
    func dueDeliveries(to receiver: String, at moment: Timestamp, limit: Int) async throws -> [Delivery]
    /// The attempts into the log, the deliveries' new states beside them.
    func record(_ outcomes: [DeliveryOutcome]) async throws
    /// When the next pending notice or delivery is due; nil with an empty outbox.
    func nextDueTime() async throws -> Timestamp?
}
