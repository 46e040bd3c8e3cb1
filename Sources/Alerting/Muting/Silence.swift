public import NewsModel

/// Why a notice is not sent.
public enum MuteDecision: Sendable, Hashable {
    case notMuted
    /// `silence "audit season" until 2026-12-01T00:00:00Z: quarterly noise`.
    case muted(reason: String)
}

/// Mutes alerts for a time.
struct Silence: Sendable, Hashable {
    let name: String
    /// All must hold, and for every event of the alert: a silence on one kind of news must not hide another kind.
    let matchers: [Matcher]
    /// nil: from always.
    let from: Timestamp?
    let until: Timestamp
    let why: String?

    func mutes(_ alert: Alert, at moment: Timestamp) -> Bool {
        guard moment < until, from.map({ $0 <= moment }) ?? true else { return false }
        return MatchSubject.subjects(of: alert).allSatisfy { matchers.hold(for: $0) }
    }

    var reason: String {
        "silence \"\(name)\" until \(until.iso8601)" + (why.map { ": \($0)" } ?? "")
    }
}

/// The silences of `silences.yaml`.
public struct Silences: Sendable, Hashable {
    let silences: [Silence]

    /// Nothing is muted.
    public static let none = Silences(silences: [])

    /// Whether an alert is muted at a moment, and by what. Pure.
    public func decide(_ alert: Alert, at moment: Timestamp) -> MuteDecision {
        guard let silence = silences.first(where: { $0.mutes(alert, at: moment) }) else { return .notMuted }
        return .muted(reason: silence.reason)
    }
}
