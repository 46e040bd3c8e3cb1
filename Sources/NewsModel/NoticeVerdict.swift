/// What was decided on one notice, by what and why. A notice keeps all of its verdicts, the oldest first.
public struct NoticeVerdict: Sendable, Hashable, Codable {
    public enum Action: String, Sendable, Hashable, Codable {
        /// Kept until `until`, then sent in a digest.
        case held
        /// Never sent.
        case muted
        case sent
        /// Sent as a line of a digest.
        case digested
    }

    /// What decided.
    public enum Cause: String, Sendable, Hashable, Codable {
        case silence, inhibition, interval, session, schedule, budget
        /// The receiver is no longer configured.
        case receiver
        /// It says "resolved" to somebody who never heard of the case.
        case untold
        /// A reminder that is not needed any more: acknowledged, resolved, told anew, or too old.
        case outdated
    }

    public let action: Action
    public let at: Timestamp
    public let cause: Cause?
    /// The silence, inhibition, interval, calendar, schedule or receiver that decided.
    public let name: String?
    /// Until when it holds: the end of a silence, the time of the digest.
    public let until: Timestamp?
    /// The alert that inhibits.
    public let alertID: String?
    /// What its author wrote beside it.
    public let note: String?

    public init(
        _ action: Action, at: Timestamp, cause: Cause? = nil, name: String? = nil, until: Timestamp? = nil,
        alertID: String? = nil, note: String? = nil
    ) {
        self.action = action
        self.at = at
        self.cause = cause
        self.name = name
        self.until = until
        self.alertID = alertID
        self.note = note
    }

    /// The verdict's reason in plain words: `silence "audit season" until 2026-12-01T00:00:00Z: quarterly noise`.
    public var reason: String {
        let quoted = name.map { " \"\($0)\"" } ?? ""
        let end = until.map { " until \($0.iso8601)" } ?? ""
        let text: String =
            switch cause {
            case .silence: "silence\(quoted)\(end)"
            case .inhibition: "inhibited\(quoted) by alert \(alertID ?? "")"
            case .interval: "time interval\(quoted)\(end)"
            case .session: "outside the sessions of\(quoted)\(end)"
            case .schedule: "digest\(quoted)\(end)"
            case .budget: "rate budget of receiver\(quoted)\(end)"
            case .receiver: "receiver\(quoted) is no longer configured"
            case .untold: "resolved, but receiver\(quoted) never heard of the case"
            case .outdated: "reminder no longer needed"
            case nil: action.rawValue
            }
        return text + (note.map { ": \($0)" } ?? "")
    }
}
