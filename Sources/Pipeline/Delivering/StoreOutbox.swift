import Alerting
import NewsModel
import Storage

/// The store as `Alerting` wants to see it.
struct StoreOutbox: Outbox {
    let store: any NewsStore

    func dueGroups(at moment: Timestamp) async throws -> [NoticeGroup] {
        try await store.dueGroups(at: moment)
    }

    func pending(in group: NoticeGroup) async throws -> [PendingAlert] {
        try await store.pending(in: group)
    }

    func flush(_ notices: [PendingNotice], outcome: FlushOutcome, at moment: Timestamp) async throws {
        try await store.flush(notices, outcome: outcome, at: moment)
    }

    func dueDeliveries(to receiver: String, at moment: Timestamp, limit: Int) async throws -> [Delivery] {
        try await store.dueDeliveries(to: receiver, at: moment, limit: limit)
    }

    func record(_ outcomes: [DeliveryOutcome]) async throws {
        try await store.record(outcomes)
    }

    func nextDueTime() async throws -> Timestamp? {
        try await store.nextDueTime()
    }
}
