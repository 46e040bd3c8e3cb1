import NewsModel

/// What a replay found: the alerts that other lexicons or rules would have gained, lost or changed.
public struct ReplayReport: Sendable {
    /// An alert on both sides that a reader would see a difference in.
    public struct Change: Sendable {
        public let after: ReplayedAlert
        /// In plain words: `severity 40 to 60`.
        public let changes: [String]
        let before: ReplayedAlert
    }

    /// Counts for one event type. An alert with several types counts under each.
    public struct TypeRow: Sendable, Hashable {
        public let type: String
        public var before = 0
        public var after = 0
        public var gained = 0
        public var lost = 0
        public var changed = 0
    }

    /// Articles that were read again.
    public let articles: Int
    /// Of those, the ones that may raise nothing: the baseline of a feed, old dates.
    public let silentArticles: Int
    /// Raised by the files in force, and by the others.
    public let before: [ReplayedAlert]
    public let after: [ReplayedAlert]
    public let gained: [ReplayedAlert]
    public let lost: [ReplayedAlert]
    public let changed: [Change]
    /// In the order of the types' codes.
    public let types: [TypeRow]

    init(articles: Int, silentArticles: Int, before: [String: ReplayedAlert], after: [String: ReplayedAlert]) {
        self.articles = articles
        self.silentArticles = silentArticles
        self.before = Self.sorted(before.values)
        self.after = Self.sorted(after.values)
        gained = self.after.filter { before[$0.id] == nil }
        lost = self.before.filter { after[$0.id] == nil }
        changed = self.before.compactMap { earlier in
            guard let later = after[earlier.id] else { return nil }
            let changes = earlier.changes(to: later)
            return changes.isEmpty ? nil : Change(after: later, changes: changes, before: earlier)
        }
        types = Self.rows(before: self.before, after: self.after, gained: gained, lost: lost, changed: changed)
    }

    private static func sorted(_ alerts: some Sequence<ReplayedAlert>) -> [ReplayedAlert] {
        alerts.sorted { ($0.alert.createdAt, $0.id) < ($1.alert.createdAt, $1.id) }
    }

    private static func rows(
        before: [ReplayedAlert], after: [ReplayedAlert], gained: [ReplayedAlert], lost: [ReplayedAlert],
        changed: [Change]
    ) -> [TypeRow] {
        var rows: [String: TypeRow] = [:]
        func count(_ types: some Sequence<String>, in column: WritableKeyPath<TypeRow, Int>) {
            for type in types { rows[type, default: TypeRow(type: type)][keyPath: column] += 1 }
        }
        for alert in before { count(alert.types, in: \.before) }
        for alert in after { count(alert.types, in: \.after) }
        for alert in gained { count(alert.types, in: \.gained) }
        for alert in lost { count(alert.types, in: \.lost) }
        for change in changed { count(Set(change.before.types).union(change.after.types), in: \.changed) }
        return rows.values.sorted { $0.type < $1.type }
    }
}
