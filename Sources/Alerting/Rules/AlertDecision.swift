public import NewsModel

/// What a scored article means for one company: an alert, or the reason why there is none.
public enum AlertDecision: Sendable, Hashable {
    /// A new alert (revision 1) or a new revision of one; its `reason` says which and why.
    case raise(Alert)
    /// The company's alert in this story is out already, and nothing in the article is worth telling again.
    case unchanged(alertID: String, reason: String)
    /// A revision that no rule asks for: it only tells of the end of a case, to those who heard of it.
    case resolve(Alert)
    case none(reason: String)

    /// The decision in plain words, for the answer to "why" and "why not".
    public var reason: String {
        switch self {
        case .raise(let alert): "alert \(alert.id) revision \(alert.revision), rule \(alert.rule): \(alert.reason)"
        case .resolve(let alert): "alert \(alert.id) revision \(alert.revision): \(alert.reason)"
        case .unchanged(let alertID, let reason): "alert \(alertID) unchanged: \(reason)"
        case .none(let reason): reason
        }
    }
}
