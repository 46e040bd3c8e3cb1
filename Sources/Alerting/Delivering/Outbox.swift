public import NewsModel

/// What waits to be sent, and what became of it. The pipeline makes the store conform.
///
/// Every call is one transaction; a call that returns has reached the disk.
public protocol Outbox: Sendable {
    /// Receiver and group of every group that has a pending notice due at or before a moment.
    func dueGroups(at moment: Timestamp) async throws -> [NoticeGroup]
    /// The pending notices of a group, each with its alert at that revision, oldest first.
    func pending(in group: NoticeGroup) async throws -> [PendingAlert]
    /// Writes the delivery (or mutes the notices, or moves them into a digest), marks them, notes the group's flush.
    func flush(_ notices: [PendingNotice], outcome: FlushOutcome, at moment: Timestamp) async throws
    /// Silences that were added while the program runs and have not ended by then.
    func silences(at moment: Timestamp) async throws -> [StoredSilence]
    /// The newest revisions of alerts since a moment that may mute others, newest first; nil for all companies.
    func openAlerts(since moment: Timestamp, ofCompanies companyIDs: Set<String>?) async throws -> [Alert]
    /// When deliveries to a receiver were made since a moment, oldest first.
    func deliveryTimes(to receiver: String, since moment: Timestamp) async throws -> [Timestamp]
    /// Deliveries to a receiver that are due at or before a moment, oldest first; those behind `last` in this order, where
    /// it is given.
    func dueDeliveries(
        to receiver: String, at moment: Timestamp, after last: Delivery?, limit: Int
    ) async throws -> [Delivery]
    /// The receivers that want nothing more, each as it was when it said so.
    func receiverStops() async throws -> [ReceiverStop]
    /// The attempts into the log, the deliveries' new states beside them, with a fallback a notice to that receiver for
    /// each alert in the delivery, and that a receiver wants nothing more.
    func record(_ outcomes: [DeliveryOutcome]) async throws
    /// When the next pending notice or delivery is due; nil with an empty outbox.
    func nextDueTime() async throws -> Timestamp?
}
