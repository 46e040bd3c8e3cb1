public import NewsModel

/// Turns the pending notices of due groups into deliveries with frozen bytes, or mutes them.
///
/// A value; the clock and the outbox come in, nothing sleeps. One at a time may run over an outbox.
public struct GroupFlusher: Sendable {
    private let outbox: any Outbox
    private let receivers: [String: any Receiver]
    private let routes: RouteTree
    private let silences: Silences

    public init(outbox: any Outbox, receivers: [any Receiver], routes: RouteTree, silences: Silences) {
        self.outbox = outbox
        self.receivers = Dictionary(receivers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.routes = routes
        self.silences = silences
    }

    /// Flushes every group that is due.
    ///
    /// - Parameter ignoringIntervals: true for a single pass (`newsward poll`), which cannot come back later: it also
    ///   flushes groups whose wait or interval is not over.
    public func flushDueGroups(now: Timestamp, ignoringIntervals: Bool = false) async throws -> FlushReport {
        var report = FlushReport()
        let horizon = ignoringIntervals ? now.adding(seconds: 86_400) : now
        for group in try await outbox.dueGroups(at: horizon) {
            let pending = try await outbox.pending(in: group)
            guard !pending.isEmpty else { continue }
            if !ignoringIntervals, let release = release(of: group, pending), release > now {
                report.heldGroups += 1
                report.nextDueAt = [report.nextDueAt, release].compactMap { $0 }.min()
                continue
            }
            try await flush(pending, of: group, now: now, into: &report)
        }
        try await findNext(now: now, in: &report)
        return report
    }

    /// When the group may go out again after its last flush.
    private func release(of group: NoticeGroup, _ pending: [PendingAlert]) -> Timestamp? {
        guard let last = group.lastFlushedAt else { return nil }
        let interval = pending.compactMap { routes.grouping(ofRoute: $0.notice.route)?.interval }.min() ?? 0
        return last.adding(seconds: Int64(interval))
    }

    private func flush(
        _ pending: [PendingAlert], of group: NoticeGroup, now: Timestamp, into report: inout FlushReport
    ) async throws {
        guard let receiver = receivers[group.receiver] else {
            let reason = "receiver \"\(group.receiver)\" is no longer configured"
            try await mute(pending, reason: reason, now: now, into: &report)
            return
        }
        var audible: [PendingAlert] = []
        for item in pending {
            switch silences.decide(item.alert, at: now) {
            case .notMuted: audible.append(item)
            case .muted(let reason): try await mute([item], reason: reason, now: now, into: &report)
            }
        }
        for part in MessageSplit(receiver: receiver, groupKey: group.groupKey, now: now).parts(of: audible) {
            try await outbox.flush(part.notices, outcome: .delivery(part.delivery), at: now)
            report.deliveries += 1
            report.sentNotices += part.notices.count
        }
    }

    private func mute(
        _ pending: [PendingAlert], reason: String, now: Timestamp, into report: inout FlushReport
    ) async throws {
        try await outbox.flush(pending.map(\.notice), outcome: .muted(reason: reason), at: now)
        report.mutedNotices += pending.count
    }

    /// Held groups are due in the outbox already, so its own next time says nothing while there are some: then a look
    /// once a second is cheap enough.
    private func findNext(now: Timestamp, in report: inout FlushReport) async throws {
        guard let next = try await outbox.nextDueTime() else { return }
        let other = next > now ? next : now.adding(seconds: 1)
        report.nextDueAt = [report.nextDueAt, other].compactMap { $0 }.min()
    }
}
