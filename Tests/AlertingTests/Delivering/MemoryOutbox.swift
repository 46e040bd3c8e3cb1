import NewsModel
import Synchronization

@testable import Alerting

/// An outbox in memory that behaves as the store does.
final class MemoryOutbox: Outbox {
    struct State {
        var pending: [PendingAlert] = []
        var muted: [String: String] = [:]
        var flushedAt: [String: Timestamp] = [:]
        var deliveries: [String: Delivery] = [:]
        var order: [String] = []
        var attempts: [DeliveryAttempt] = []
        /// Outcomes of each transaction.
        var commits: [Int] = []
    }

    private let state = Mutex(State())

    var deliveries: [Delivery] { state.withLock { state in state.order.compactMap { state.deliveries[$0] } } }
    var attempts: [DeliveryAttempt] { state.withLock { $0.attempts } }
    var commits: [Int] { state.withLock { $0.commits } }
    var muted: [String: String] { state.withLock { $0.muted } }
    var pendingCount: Int { state.withLock { $0.pending.count } }

    func add(
        _ alert: Alert, to receiver: String = "hook", group: String = "g", route: String = "root", due: Timestamp = noon
    ) {
        let notice = PendingNotice(
            alertID: alert.id, revision: alert.revision, receiver: receiver, route: route, groupKey: group, dueAt: due)
        state.withLock { $0.pending.append(PendingAlert(notice: notice, alert: alert)) }
    }

    func add(_ delivery: Delivery) {
        state.withLock { state in
            state.deliveries[delivery.id] = delivery
            state.order.append(delivery.id)
        }
    }

    func dueGroups(at moment: Timestamp) async throws -> [NoticeGroup] {
        state.withLock { state in
            var seen: Set<String> = []
            return state.pending.map(\.notice).filter { $0.dueAt <= moment }.filter {
                seen.insert($0.receiver + "|" + $0.groupKey).inserted
            }.map {
                NoticeGroup(
                    receiver: $0.receiver, groupKey: $0.groupKey,
                    lastFlushedAt: state.flushedAt[$0.receiver + "|" + $0.groupKey])
            }
        }
    }

    func pending(in group: NoticeGroup) async throws -> [PendingAlert] {
        state.withLock { state in
            state.pending.filter { $0.notice.receiver == group.receiver && $0.notice.groupKey == group.groupKey }
        }
    }

    func flush(_ notices: [PendingNotice], outcome: FlushOutcome, at moment: Timestamp) async throws {
        state.withLock { state in
            state.pending.removeAll { notices.contains($0.notice) }
            switch outcome {
            case .muted(let reason):
                for notice in notices { state.muted["\(notice.alertID)@\(notice.revision)"] = reason }
            case .delivery(let delivery):
                state.deliveries[delivery.id] = delivery
                state.order.append(delivery.id)
                for notice in notices { state.flushedAt[notice.receiver + "|" + notice.groupKey] = moment }
            }
        }
    }

    func dueDeliveries(to receiver: String, at moment: Timestamp, limit: Int) async throws -> [Delivery] {
        state.withLock { state in
            let due = state.order.compactMap { state.deliveries[$0] }.filter {
                $0.receiver == receiver && $0.state == .due && $0.nextAttemptAt <= moment
            }
            return Array(due.prefix(limit))
        }
    }

    func record(_ outcomes: [DeliveryOutcome]) async throws {
        state.withLock { state in
            state.commits.append(outcomes.count)
            for outcome in outcomes {
                state.attempts.append(outcome.attempt)
                state.deliveries[outcome.delivery.id] = outcome.delivery
            }
        }
    }

    func nextDueTime() async throws -> Timestamp? {
        state.withLock { state in
            let deliveries = state.deliveries.values.filter { $0.state == .due }.map(\.nextAttemptAt)
            return (state.pending.map(\.notice.dueAt) + deliveries).min()
        }
    }
}
