import NewsModel

/// Mutes alerts while a graver one that they have something in common with is out.
struct Inhibition: Sendable, Hashable {
    let name: String
    /// All must hold for one event of the alert that mutes.
    let sources: [Matcher]
    /// All must hold for every event of the alert that is muted.
    let targets: [Matcher]
    /// What both must have in common.
    let equal: [Grouping.Label]
    /// Seconds that the muting alert lasts after its newest revision.
    let seconds: Int

    /// True for an alert that this inhibition may mute. One that is a source too is never muted: else two would mute
    /// each other.
    func concerns(_ alert: Alert) -> Bool {
        let subjects = MatchSubject.subjects(of: alert)
        return subjects.allSatisfy { targets.hold(for: $0) } && !subjects.contains { sources.hold(for: $0) }
    }

    /// True where `other`, which is out, mutes `alert` at a moment.
    func mutes(_ alert: Alert, by other: Alert, at moment: Timestamp) -> Bool {
        guard other.id != alert.id, !other.isResolved, moment.seconds(since: other.updatedAt) < Int64(seconds),
            MatchSubject.subjects(of: other).contains(where: { sources.hold(for: $0) })
        else { return false }
        return equal.allSatisfy { GroupKey.value(of: $0, in: alert) == GroupKey.value(of: $0, in: other) }
    }
}

/// How many messages a receiver is sent in a time. What goes beyond waits, and goes out as one digest.
struct RateBudget: Sendable, Hashable {
    let messages: Int
    let seconds: Int
    /// Alerts of this severity and above are sent all the same.
    let pageAbove: Int?

    /// When there is room for another message; nil: now. `sent` are the times of messages of the last `seconds`.
    func room(after sent: [Timestamp], at moment: Timestamp) -> Timestamp? {
        let recent = sent.filter { moment.seconds(since: $0) < Int64(seconds) }.sorted()
        guard recent.count >= messages else { return nil }
        return recent[recent.count - messages].adding(seconds: Int64(seconds))
    }
}

/// Who hears in a receiver's place when it does not answer.
public struct FallbackReceiver: Sendable, Hashable {
    public let name: String
    /// Failed tries of one delivery after which its alerts go to the other receiver too.
    public let afterFailures: Int

    public init(name: String, afterFailures: Int) {
        self.name = name
        self.afterFailures = afterFailures
    }
}
