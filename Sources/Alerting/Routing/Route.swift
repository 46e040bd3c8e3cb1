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
    let timing: RouteTiming
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
    /// Seconds after which an alert that nobody has acknowledged is sent again; nil: it never is.
    var repeatInterval: Int?

    /// One notice for each company, after half a minute, at most every five minutes.
    static let standard = Grouping(labels: [.company], wait: 30, interval: 300, repeatInterval: nil)
}

/// When alerts of a route go out. A child takes what it does not say from its parent.
struct RouteTiming: Sendable, Hashable {
    /// Within one of these nothing is sent, for good.
    var muted: [NamedInterval] = []
    /// Outside of all of these nothing is sent, for good; empty: no such limit.
    var active: [NamedInterval] = []
    /// Within one of these alerts wait for its end, and go out in a digest.
    var held: [NamedInterval] = []
    /// Outside its sessions alerts wait for the digest before the next opening.
    var calendar: TradingCalendar?
    /// Alerts wait for the next of its times.
    var digest: DigestSchedule?
    /// Alerts of this severity and above wait for nothing; nil: all wait.
    var pageAbove: Int?
    /// The end of a case is told to those who heard of it.
    var sendsResolved = false

    /// True for an alert that waits for nothing.
    func pages(_ severity: Int) -> Bool { pageAbove.map { severity >= $0 } ?? false }
}
