/// A node of the routing tree.
struct Route: Sendable, Hashable {
    /// The way from the root: `root/legal`.
    let path: String
    /// All must hold for one event of the alert; none hold for everything.
    let matchers: [Matcher]
    let receivers: [String]
    /// Look at the next siblings too once this one has taken the alert.
    let continues: Bool
    let grouping: Grouping
    let children: [Route]
}

/// How notices that go the same way are put together. A child takes what it does not say from its parent.
struct Grouping: Sendable, Hashable {
    /// What notices of one group have in common.
    enum Label: String, Sendable, CaseIterable {
        case company, type, group, story, alert, rule, source, language, severity
    }

    var labels: [Label]
    /// Seconds that a new group waits for more alerts before it goes out.
    var wait: Int
    /// The least number of seconds between two notices of one group.
    var interval: Int

    /// One notice for each company, after half a minute, at most every five minutes.
    static let standard = Grouping(labels: [.company], wait: 30, interval: 300)
}
