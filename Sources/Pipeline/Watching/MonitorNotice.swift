import NewsModel

/// Something that the user must know of the monitor itself: it goes the way of the news, as an event of the type
/// `monitor.*` of its own story, so that routes, silences and receivers treat it like any other.
struct MonitorNotice: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case feedDead = "monitor.feed_dead"
        case feedSilent = "monitor.feed_silent"
        case feedGone = "monitor.feed_gone"
        case coverageGap = "monitor.coverage_gap"
        case outage = "monitor.outage"

        /// 0...100.
        var severity: Int {
            switch self {
            case .outage: 70
            case .feedDead: 50
            case .feedGone: 45
            case .feedSilent: 30
            case .coverageGap: 20
            }
        }
    }

    let kind: Kind
    /// Whom it is about: the feed's source, or the monitor itself.
    let subject: String
    let title: String
    let detail: String
    /// What makes it one notice and no other: the same key is told once.
    let key: String
}
