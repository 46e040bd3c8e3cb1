/// What a message is for; every receiver says it in its own form.
public enum MessageKind: String, Sendable, Hashable, CaseIterable {
    /// News that met a rule: each alert in full.
    case alert
    /// Alerts that were held back, by a schedule or a rate budget, sent together: each alert as one line.
    case digest
    /// The cases behind the alerts are closed: acquittal, withdrawal, lifting. Goes to those who got the first notice.
    case resolved
    /// Newsward speaks of itself: a dead feed, a failing receiver.
    case monitor
}
