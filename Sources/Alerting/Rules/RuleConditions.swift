public import NewsModel

/// One condition of a rule, held against an alert.
public struct RuleCondition: Sendable, Hashable {
    /// As the user wrote it: `severity >= 40`.
    public let text: String
    /// What the alert says of the field: `62`.
    public let value: String
    public let holds: Bool
}

extension AlertRules {
    /// The conditions of the rule with this name, for the event of the alert that meets most of them; nil where the
    /// rules have no such rule any more.
    public func conditions(ofRule name: String, for alert: Alert) -> [RuleCondition]? {
        guard let rule = rules.first(where: { $0.name == name }) else { return nil }
        let found = MatchSubject.eventSubjects(of: alert).map { subject in
            rule.matchers.map { matcher in
                RuleCondition(
                    text: matcher.description, value: subject.shown(matcher.field), holds: matcher.holds(for: subject))
            }
        }
        return found.max { left, right in left.count(where: \.holds) < right.count(where: \.holds) }
    }
}

extension MatchSubject {
    /// As a rule sees the alert's events: `severity` is that of the event at hand.
    static func eventSubjects(of alert: Alert) -> [MatchSubject] {
        subjects(of: alert).map { subject in
            var subject = subject
            subject.severity = subject.event?.severity ?? 0
            return subject
        }
    }
}
