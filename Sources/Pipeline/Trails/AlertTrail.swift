import Alerting
public import NewsModel

/// The whole way of an alert: the articles that made it, the rule, the routes, every notice and every try.
public struct AlertTrail: Sendable {
    /// One revision with the article that made it.
    public struct Step: Sendable {
        public let alert: Alert
        /// Nil where the article has been removed for its age.
        public let article: ArticleTrail?
        /// The conditions of the alert's rule as it stands now; nil where the rule is gone.
        public let conditions: [RuleCondition]?
        /// The way through the routes as they stand now.
        public let routes: [RouteCheck]
    }

    /// One notice on its way to one receiver.
    public struct Notice: Sendable {
        public let notice: PendingNotice
        /// `pending`, `sent`, `muted`, `digested`.
        public let state: String
        /// What was decided on it, by what and why, oldest first.
        public let verdicts: [NoticeVerdict]
        public let delivery: Delivery?
        public let attempts: [DeliveryAttempt]
    }

    public let id: String
    public let steps: [Step]
    public let notices: [Notice]
}

/// One condition of a rule, for a person.
public struct RuleCondition: Sendable, Hashable {
    public let text: String
    public let value: String
    public let holds: Bool

    init(_ condition: Alerting.RuleCondition) {
        text = condition.text
        value = condition.value
        holds = condition.holds
    }
}
