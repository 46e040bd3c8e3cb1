/// One test on an alert: `severity >= 40`, `type = legal.*`, `company in [XKRX:035720, 카카오]`.
///
/// Every test takes time linear in the texts; there are no regular expressions.
struct Matcher: Sendable, Hashable, CustomStringConvertible {
    enum Operation: String, Sendable, CaseIterable {
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case among = "in"
        case contains
    }

    let field: LabelField
    let operation: Operation
    /// Texts to compare with; several only for `in`.
    let values: [MatcherText]
    /// The number to compare with, for fields that are numbers.
    let number: Double
    /// The matcher as the user wrote it.
    let description: String

    /// Whether it holds for what the subject says of the field.
    func holds(for subject: MatchSubject) -> Bool {
        if case .number = field.kind {
            guard let found = subject.number(field) else { return false }
            return compare(found)
        }
        let found = subject.texts(field)
        switch operation {
        case .equal, .among: return found.contains { text in values.contains { $0.equals(text) } }
        case .notEqual: return !found.contains { text in values.contains { $0.equals(text) } }
        case .contains: return found.contains { text in values.contains { $0.isInside(text) } }
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return false
        }
    }

    /// True when this matcher holds wherever `other` does, as far as the two texts show it.
    func covers(_ other: Matcher) -> Bool {
        guard field == other.field else { return false }
        if case .number = field.kind { return coversNumber(other) }
        switch (operation, other.operation) {
        case (.equal, .equal), (.equal, .among), (.among, .equal), (.among, .among):
            return other.values.allSatisfy { wanted in values.contains { $0.covers(wanted) } }
        case (.notEqual, .notEqual), (.contains, .contains):
            return values == other.values
        default:
            return false
        }
    }

    private func compare(_ found: Double) -> Bool {
        switch operation {
        case .equal, .among, .contains: found == number
        case .notEqual: found != number
        case .less: found < number
        case .lessOrEqual: found <= number
        case .greater: found > number
        case .greaterOrEqual: found >= number
        }
    }

    private func coversNumber(_ other: Matcher) -> Bool {
        switch (operation, other.operation) {
        case (.greaterOrEqual, .greaterOrEqual), (.greaterOrEqual, .greater), (.greaterOrEqual, .equal),
            (.greater, .greater):
            number <= other.number
        case (.greater, .greaterOrEqual), (.greater, .equal): number < other.number
        case (.lessOrEqual, .lessOrEqual), (.lessOrEqual, .less), (.lessOrEqual, .equal), (.less, .less):
            number >= other.number
        case (.less, .lessOrEqual), (.less, .equal): number > other.number
        default: operation == other.operation && number == other.number
        }
    }

    static func == (left: Matcher, right: Matcher) -> Bool {
        left.field == right.field && left.operation == right.operation && left.values == right.values
            && left.number == right.number
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(field)
        hasher.combine(operation)
        hasher.combine(values)
        hasher.combine(number)
    }
}

extension [Matcher] {
    /// Whether all hold.
    func hold(for subject: MatchSubject) -> Bool {
        allSatisfy { $0.holds(for: subject) }
    }

    /// True when these matchers hold wherever `others` do, as far as their texts show it. No matchers hold everywhere.
    func cover(_ others: [Matcher]) -> Bool {
        allSatisfy { mine in others.contains { mine.covers($0) } }
    }
}
