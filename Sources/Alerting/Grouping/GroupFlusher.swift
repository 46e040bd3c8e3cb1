public import NewsModel

/// Turns the pending notices of due groups into deliveries with frozen bytes, mutes them, or keeps them for a digest.
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
    ///   flushes groups whose wait or interval is not over. Digests keep their time.
    public func flushDueGroups(now: Timestamp, ignoringIntervals: Bool = false) async throws -> FlushReport {
        var report = FlushReport()
        let horizon = ignoringIntervals ? now.adding(seconds: 86_400) : now
        let groups = try await outbox.dueGroups(at: horizon)
        let silences = groups.isEmpty ? silences : silences.adding(try await outbox.silences(at: now))
        for group in groups {
            let pending = try await outbox.pending(in: group).filter { !isEarly($0.notice, now: now) }
            guard !pending.isEmpty else { continue }
            if !ignoringIntervals, let release = release(of: group, pending), release > now {
                report.heldGroups += 1
                report.nextDueAt = [report.nextDueAt, release].compactMap { $0 }.min()
                continue
            }
            try await flush(pending, of: group, silences, now: now, into: &report)
        }
        try await findNext(now: now, in: &report)
        return report
    }

    /// Digests and reminders keep their time, whatever else of their group is due.
    private func isEarly(_ notice: PendingNotice, now: Timestamp) -> Bool {
        (notice.isCollected || notice.kind == .reminder) && notice.dueAt > now
    }

    /// When the group may go out again after its last flush. Digests come by their own schedule.
    private func release(of group: NoticeGroup, _ pending: [PendingAlert]) -> Timestamp? {
        guard let last = group.lastFlushedAt, pending.contains(where: { !$0.notice.isCollected }) else { return nil }
        let interval = pending.compactMap { routes.route(at: $0.notice.route)?.grouping.interval }.min() ?? 0
        return last.adding(seconds: Int64(interval))
    }

    private func flush(
        _ pending: [PendingAlert], of group: NoticeGroup, _ silences: Silences, now: Timestamp,
        into report: inout FlushReport
    ) async throws {
        guard let receiver = receivers[group.receiver] else {
            let verdict = NoticeVerdict(.muted, at: now, cause: .receiver, name: group.receiver)
            try await mute(pending, verdict, now: now, into: &report)
            return
        }
        let gate = NoticeGate(
            routes: routes, silences: silences, inhibitors: try await inhibitors(of: pending, now: now),
            companions: Set(pending.filter { $0.notice.kind == .alert }.map(\.alert.id)))
        var audible: [PendingAlert] = []
        for item in pending {
            switch gate.decide(item, at: now) {
            case .send: audible.append(item)
            case .mute(let verdict): try await mute([item], verdict, now: now, into: &report)
            case .hold(let verdict, let key): try await hold([item], verdict, key, now: now, into: &report)
            }
        }
        try await send(audible, to: receiver, group, now: now, into: &report)
    }

    /// Alerts that may mute some of these; asked for only where an inhibition concerns one of them.
    private func inhibitors(of pending: [PendingAlert], now: Timestamp) async throws -> [Alert] {
        let concerned = routes.inhibitions.filter { inhibition in pending.contains { inhibition.concerns($0.alert) } }
        guard let longest = concerned.map(\.seconds).max() else { return [] }
        let ids = Set(pending.compactMap(\.alert.company.id))
        let isByCompany = concerned.allSatisfy { $0.equal.contains(.company) } && !ids.isEmpty
        return try await outbox.openAlerts(
            since: now.adding(seconds: -Int64(longest)), ofCompanies: isByCompany ? ids : nil)
    }

    private func send(
        _ items: [PendingAlert], to receiver: any Receiver, _ group: NoticeGroup, now: Timestamp,
        into report: inout FlushReport
    ) async throws {
        let split = MessageSplit(receiver: receiver, groupKey: group.groupKey, now: now)
        for part in split.parts(of: items) {
            if let verdict = try await overBudget(part, to: receiver.name, now: now) {
                try await hold(
                    part.items, verdict, NoticeGate.digestKey(.budget, receiver.name), now: now, into: &report)
                continue
            }
            let reminders = part.items.compactMap { reminder(of: $0, now: now) }
            try await outbox.flush(
                part.notices, outcome: .delivery(part.delivery, reminders: reminders), at: now)
            report.deliveries += 1
            report.sentNotices += part.notices.count
        }
    }

    /// Why a message has to wait for room in its receiver's budget; nil where it may go. A digest always may: it is what
    /// the overflow turns into.
    private func overBudget(
        _ part: MessageSplit.Part, to receiver: String, now: Timestamp
    ) async throws -> NoticeVerdict? {
        guard let budget = routes.budgets[receiver], !part.items.allSatisfy(\.notice.isCollected) else { return nil }
        if let least = budget.pageAbove, part.items.contains(where: { $0.alert.severity >= least }) { return nil }
        let sent = try await outbox.deliveryTimes(to: receiver, since: now.adding(seconds: -Int64(budget.seconds)))
        return budget.room(after: sent, at: now).map {
            NoticeVerdict(.held, at: now, cause: .budget, name: receiver, until: $0)
        }
    }

    /// The notice that tells the same again after the route's repeat interval; nil where there is none.
    private func reminder(of item: PendingAlert, now: Timestamp) -> PendingNotice? {
        guard item.notice.kind != .resolved, !item.alert.isResolved,
            let route = routes.route(at: item.notice.route), let interval = route.grouping.repeatInterval
        else { return nil }
        return PendingNotice(
            alertID: item.alert.id, revision: item.alert.revision, receiver: item.notice.receiver, route: route.path,
            groupKey: GroupKey.text(for: item.alert, route: route), dueAt: now.adding(seconds: Int64(interval)),
            kind: .reminder, round: item.notice.round + 1)
    }

    private func mute(
        _ pending: [PendingAlert], _ verdict: NoticeVerdict, now: Timestamp, into report: inout FlushReport
    ) async throws {
        try await outbox.flush(pending.map(\.notice), outcome: .muted(verdict), at: now)
        report.mutedNotices += pending.count
    }

    private func hold(
        _ items: [PendingAlert], _ verdict: NoticeVerdict, _ groupKey: String, now: Timestamp,
        into report: inout FlushReport
    ) async throws {
        try await outbox.flush(items.map(\.notice), outcome: .held(verdict, groupKey: groupKey), at: now)
        report.heldNotices += items.count
    }

    /// Held groups are due in the outbox already, so its own next time says nothing while there are some: then a look
    /// once a second is cheap enough.
    private func findNext(now: Timestamp, in report: inout FlushReport) async throws {
        guard let next = try await outbox.nextDueTime() else { return }
        let other = next > now ? next : now.adding(seconds: 1)
        report.nextDueAt = [report.nextDueAt, other].compactMap { $0 }.min()
    }
}
