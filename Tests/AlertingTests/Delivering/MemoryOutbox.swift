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
        var verdicts: [String: [NoticeVerdict]] = [:]
        var digested: [String] = []
        var fallbacks: [String] = []
        var stops: [String: ReceiverStop] = [:]
        var losesNotes = false
        var silences: [StoredSilence] = []
        var openAlerts: [Alert] = []
    }

    private let state = Mutex(State())

    var deliveries: [Delivery] { state.withLock { state in state.order.compactMap { state.deliveries[$0] } } }
    var attempts: [DeliveryAttempt] { state.withLock { $0.attempts } }
    var commits: [Int] { state.withLock { $0.commits } }
    var muted: [String: String] { state.withLock { $0.muted } }
    var pendingCount: Int { state.withLock { $0.pending.count } }

    /// Why notices were held, muted or sent, by `alertID@revision`.
    var verdicts: [String: [NoticeVerdict]] { state.withLock { $0.verdicts } }
    /// Notices that went out in digests.
    var digested: [String] { state.withLock { $0.digested } }
    /// `deliveryID to receiver`.
    var fallbacks: [String] { state.withLock { $0.fallbacks } }
    var pending: [PendingNotice] { state.withLock { $0.pending.map(\.notice) } }

    func add(
        _ alert: Alert, to receiver: String = "hook", group: String = "g", route: String = "root",
        due: Timestamp = noon, kind: NoticeKind = .alert, isClosed: Bool = false, wasTold: Bool = true
    ) {
        let notice = PendingNotice(
            alertID: alert.id, revision: alert.revision, receiver: receiver, route: route, groupKey: group, dueAt: due,
            kind: kind)
        state.withLock {
            $0.pending.append(PendingAlert(notice: notice, alert: alert, isClosed: isClosed, wasTold: wasTold))
        }
    }

    func add(silence: StoredSilence) { state.withLock { $0.silences.append(silence) } }

    /// An alert that is out already.
    func add(openAlert: Alert) { state.withLock { $0.openAlerts.append(openAlert) } }

    func silences(at moment: Timestamp) async throws -> [StoredSilence] {
        state.withLock { $0.silences.filter { $0.endsAt > moment } }
    }

    func openAlerts(since moment: Timestamp, ofCompanies companyIDs: Set<String>?) async throws -> [Alert] {
        state.withLock { state in
            state.openAlerts.filter { alert in
                alert.updatedAt >= moment && companyIDs.map { $0.contains(alert.company.id ?? "") } ?? true
            }
        }
    }

    func deliveryTimes(to receiver: String, since moment: Timestamp) async throws -> [Timestamp] {
        deliveries.filter { $0.receiver == receiver && $0.createdAt > moment }.map(\.createdAt).sorted()
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
            let mine = state.pending.filter { notices.contains($0.notice) }
            state.pending.removeAll { notices.contains($0.notice) }
            switch outcome {
            case .muted(let verdict):
                for notice in notices {
                    state.muted[notice.name] = verdict.reason
                    state.verdicts[notice.name, default: []].append(verdict)
                }
            case .held(let verdict, let groupKey):
                for item in mine {
                    let old = item.notice
                    let notice = PendingNotice(
                        alertID: old.alertID, revision: old.revision, receiver: old.receiver, route: old.route,
                        groupKey: groupKey, dueAt: verdict.until ?? old.dueAt, kind: old.kind, round: old.round,
                        isCollected: true)
                    state.pending.append(PendingAlert(notice: notice, alert: item.alert))
                    state.verdicts[notice.name, default: []].append(verdict)
                }
            case .delivery(let delivery, let reminders):
                state.digested += notices.filter(\.isCollected).map(\.name)
                for reminder in reminders {
                    guard let item = mine.first(where: { $0.notice.alertID == reminder.alertID }) else { continue }
                    state.pending.append(PendingAlert(notice: reminder, alert: item.alert))
                }
                state.deliveries[delivery.id] = delivery
                state.order.append(delivery.id)
                for notice in notices { state.flushedAt[notice.receiver + "|" + notice.groupKey] = moment }
            }
        }
    }

    func dueDeliveries(
        to receiver: String, at moment: Timestamp, after last: Delivery?, limit: Int
    ) async throws -> [Delivery] {
        state.withLock { state in
            let first = last.flatMap { state.order.firstIndex(of: $0.id) }.map { $0 + 1 } ?? 0
            let due = state.order[first...].compactMap { state.deliveries[$0] }.filter {
                $0.receiver == receiver && $0.state == .due && $0.nextAttemptAt <= moment
            }
            return Array(due.prefix(limit))
        }
    }

    func receiverStops() async throws -> [ReceiverStop] {
        state.withLock { $0.stops.values.map { $0 } }
    }

    /// What the user does by `alerts retry`.
    func enable(_ receiver: String) { state.withLock { $0.stops[receiver] = nil } }

    /// Thrown in place of a note that does not reach the disk.
    struct Crash: Error {}

    /// Lets the next notes come to nothing, as a crash between answer and disk does.
    func loseNotes(_ loses: Bool) { state.withLock { $0.losesNotes = loses } }

    func record(_ outcomes: [DeliveryOutcome]) async throws {
        try state.withLock { state in
            if state.losesNotes { throw Crash() }
            state.commits.append(outcomes.count)
            for outcome in outcomes {
                if let fallback = outcome.fallback {
                    state.fallbacks.append("\(outcome.delivery.id) to \(fallback)")
                }
                if let stop = outcome.stop { state.stops[stop.receiver] = stop }
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
