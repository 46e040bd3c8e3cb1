import Alerting
import NewsModel
import Storage

/// The store as `Alerting` wants to see it.
struct StoreOutbox: Outbox {
    private let store: any NewsStore
    private let journal: OutcomeJournal

    /// Alerts that are looked at for one that mutes another; the newest ones.
    private static let mostInhibitors = 1000

    init(store: any NewsStore) {
        self.store = store
        journal = OutcomeJournal { try await store.record($0) }
    }

    func dueGroups(at moment: Timestamp) async throws -> [NoticeGroup] {
        try await store.dueGroups(at: moment)
    }

    func pending(in group: NoticeGroup) async throws -> [PendingAlert] {
        try await store.pending(in: group)
    }

    func flush(_ notices: [PendingNotice], outcome: FlushOutcome, at moment: Timestamp) async throws {
        try await store.flush(notices, outcome: outcome, at: moment)
    }

    func silences(at moment: Timestamp) async throws -> [StoredSilence] {
        try await store.silences(endingAfter: moment)
    }

    func openAlerts(since moment: Timestamp, ofCompanies companyIDs: Set<String>?) async throws -> [Alert] {
        try await store.openAlerts(since: moment, ofCompanies: companyIDs, limit: Self.mostInhibitors)
    }

    func deliveryTimes(to receiver: String, since moment: Timestamp) async throws -> [Timestamp] {
        try await store.deliveryTimes(to: receiver, since: moment)
    }

    func dueDeliveries(
        to receiver: String, at moment: Timestamp, after last: Delivery?, limit: Int
    ) async throws -> [Delivery] {
        try await store.dueDeliveries(to: receiver, at: moment, after: last, limit: limit)
    }

    func receiverStops() async throws -> [ReceiverStop] {
        try await store.receiverStops()
    }

    func record(_ outcomes: [DeliveryOutcome]) async throws {
        try await journal.record(outcomes)
    }

    func nextDueTime() async throws -> Timestamp? {
        try await store.nextDueTime()
    }
}
