import NewsModel

/// What is to be done with a pending notice whose group is due.
enum GateDecision: Sendable, Hashable {
    case send
    case mute(NoticeVerdict)
    /// Into the digest with this group key.
    case hold(NoticeVerdict, groupKey: String)
}

/// Decides on one notice at a moment: muted, held for a digest, or sent. Pure.
struct NoticeGate: Sendable {
    let routes: RouteTree
    let silences: Silences
    /// Alerts that are out and may mute others.
    let inhibitors: [Alert]
    /// Alerts whose first notice goes out in the same turn.
    var companions: Set<String> = []

    /// Reminders end when nothing has been added to the alert for so many seconds: 7 days.
    static let longestReminding: Int64 = 7 * 86_400

    func decide(_ item: PendingAlert, at moment: Timestamp) -> GateDecision {
        if let verdict = mute(item, at: moment) { return .mute(verdict) }
        let route = routes.route(at: item.notice.route)
        // What was held already has waited for its time.
        guard !item.notice.isCollected, let timing = route?.timing, !timing.pages(item.alert.severity) else {
            return .send
        }
        return hold(timing, at: moment) ?? .send
    }

    private func mute(_ item: PendingAlert, at moment: Timestamp) -> NoticeVerdict? {
        if item.notice.kind == .reminder, isOutdated(item, at: moment) {
            return NoticeVerdict(.muted, at: moment, cause: .outdated)
        }
        if item.notice.kind == .resolved, !item.wasTold, !companions.contains(item.alert.id) {
            return NoticeVerdict(.muted, at: moment, cause: .untold, name: item.notice.receiver)
        }
        if let verdict = silences.verdict(on: item.alert, at: moment) { return verdict }
        return inhibition(of: item, at: moment) ?? interval(of: item, at: moment)
    }

    private func isOutdated(_ item: PendingAlert, at moment: Timestamp) -> Bool {
        item.isAcknowledged || item.isClosed || item.newestRevision > item.notice.revision
            || moment.seconds(since: item.alert.updatedAt) >= Self.longestReminding
    }

    /// The end of a case is never inhibited: who heard of its beginning is to hear of it.
    private func inhibition(of item: PendingAlert, at moment: Timestamp) -> NoticeVerdict? {
        guard item.notice.kind != .resolved else { return nil }
        for inhibition in routes.inhibitions where inhibition.concerns(item.alert) {
            if let other = inhibitors.first(where: { inhibition.mutes(item.alert, by: $0, at: moment) }) {
                return NoticeVerdict(
                    .muted, at: moment, cause: .inhibition, name: inhibition.name, alertID: other.id)
            }
        }
        return nil
    }

    private func interval(of item: PendingAlert, at moment: Timestamp) -> NoticeVerdict? {
        guard let timing = routes.route(at: item.notice.route)?.timing else { return nil }
        if let muted = timing.muted.first(where: { $0.holds(at: moment) }) {
            return NoticeVerdict(
                .muted, at: moment, cause: .interval, name: muted.name, until: muted.end(after: moment))
        }
        guard !timing.active.isEmpty, !timing.active.contains(where: { $0.holds(at: moment) }) else { return nil }
        let names = timing.active.map(\.name).joined(separator: ", ")
        return NoticeVerdict(.muted, at: moment, cause: .interval, name: "outside \(names)")
    }

    private func hold(_ timing: RouteTiming, at moment: Timestamp) -> GateDecision? {
        if let schedule = timing.digest {
            return hold(.schedule, schedule.name, until: schedule.next(after: moment), at: moment)
        }
        if let calendar = timing.calendar, let digest = calendar.digestTime(at: moment) {
            return hold(.session, calendar.name, until: digest, at: moment)
        }
        if let interval = timing.held.first(where: { $0.holds(at: moment) }), let end = interval.end(after: moment) {
            return hold(.interval, interval.name, until: end, at: moment)
        }
        return nil
    }

    private func hold(
        _ cause: NoticeVerdict.Cause, _ name: String, until: Timestamp, at moment: Timestamp
    ) -> GateDecision {
        let verdict = NoticeVerdict(.held, at: moment, cause: cause, name: name, until: until)
        return .hold(verdict, groupKey: Self.digestKey(cause, name))
    }

    /// Everything that one cause holds back for a receiver goes out together, whatever routes it came by.
    static func digestKey(_ cause: NoticeVerdict.Cause, _ name: String) -> String {
        "digest{\(cause.rawValue)=\(name)}"
    }
}
