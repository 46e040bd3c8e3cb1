public import NewsModel

/// Says what would become of an alert at each of its receivers, for `alerts route`. Nothing is stored or sent.
public struct NoticePreview: Sendable {
    private let routes: RouteTree
    private let gate: NoticeGate

    /// - Parameters:
    ///   - stored: silences that were added while the program ran.
    ///   - openAlerts: alerts that are out and may mute others.
    public init(
        _ configuration: AlertingConfiguration, silences stored: [StoredSilence] = [], openAlerts: [Alert] = []
    ) {
        routes = configuration.routes
        gate = NoticeGate(
            routes: configuration.routes, silences: configuration.silences.adding(stored), inhibitors: openAlerts)
    }

    /// A line for each node that was looked at, then one for each receiver that the alert reaches, with the node and the
    /// reason where it is muted or held there.
    public func lines(for alert: Alert, at moment: Timestamp) -> [String] {
        let receivers = routes.destinations(for: alert).map { destination in
            let notice = destination.notice(for: alert, now: moment)
            let head = "> \(destination.receiver)"
            switch gate.decide(PendingAlert(notice: notice, alert: alert), at: notice.dueAt) {
            case .send: return "\(head): sent at \(notice.dueAt.iso8601) in group \(destination.groupKey)"
            case .mute(let verdict): return "\(head): muted at \(destination.route): \(verdict.reason)"
            case .hold(let verdict, _): return "\(head): held for a digest at \(destination.route): \(verdict.reason)"
            }
        }
        return routes.trace(of: alert).map(\.description) + receivers
    }
}
