import Mustache
import NewsModel
import Storage

/// The first page: latest alerts, latest articles, feeds with their state.
struct FirstPage {
    private let template: MustacheTemplate

    init() throws {
        template = try MustacheTemplate(string: PageTemplate.firstPage)
    }

    /// Renders the page. Mustache escapes every value for HTML.
    func render(status: DaemonStatus, totals: StoreTotals, alerts: [Alert], articles: [ArticleSummary]) -> String {
        let alertRows = alerts.map(Self.row)
        let articleRows = articles.map(Self.row)
        let feedRows = status.feeds.map { Self.row($0) }
        return template.render([
            "version": status.version,
            "now": Self.clock(status.now),
            "ready": status.isReady ? "ready" : "not ready: " + status.troubles.joined(separator: "; "),
            "articleCount": "\(totals.articles)",
            "storyCount": "\(totals.stories)",
            "alertCount": "\(totals.alerts)",
            "deliveredCount": "\(totals.deliveredDeliveries)",
            "waitingCount": "\(totals.pendingNotices + totals.dueDeliveries)",
            "deadCount": "\(totals.deadDeliveries)",
            "alerts": alertRows,
            "articles": articleRows,
            "feeds": feedRows,
            "receivers": status.receivers.map { Self.row($0) },
            "noReceivers": status.receivers.isEmpty,
            "noAlerts": alertRows.isEmpty,
            "noArticles": articleRows.isEmpty,
            "noFeeds": feedRows.isEmpty,
        ])
    }

    private static func row(_ alert: Alert) -> [String: Any] {
        [
            "when": clock(alert.updatedAt),
            "severity": "\(alert.severity)",
            "level": level(alert.severity),
            "company": alert.company.name,
            "companyID": alert.company.id ?? "",
            "events": alert.events.map { event in
                event.type.rawValue + (event.phase.map { " (\($0.rawValue))" } ?? "")
            }.joined(separator: ", "),
            "title": alert.title,
            "link": PublicURL.link(alert.url) ?? "",
            "hasLink": PublicURL.link(alert.url) != nil,
            "sources": alert.sources.joined(separator: ", "),
            "revision": "\(alert.revision)",
            "reason": alert.reason,
        ]
    }

    private static func row(_ article: ArticleSummary) -> [String: Any] {
        [
            "when": clock(article.seenAt),
            "source": article.source ?? "",
            "title": article.title,
            "link": PublicURL.link(article.url) ?? "",
            "hasLink": PublicURL.link(article.url) != nil,
            "companies": article.companies.joined(separator: ", "),
            "events": article.eventTypes.joined(separator: ", "),
            "sentiment": signed(article.sentimentScore),
            "decision": article.decision,
        ]
    }

    private static func row(_ receiver: ReceiverStatus) -> [String: Any] {
        [
            "name": receiver.name, "health": receiver.health, "level": receiver.stop == nil ? "low" : "high",
            "when": receiver.stop.map { clock($0.at) } ?? "",
        ]
    }

    private static func row(_ feed: FeedStatus) -> [String: Any] {
        let state = feed.state
        return [
            "source": feed.feed.source,
            "url": feed.shownURL,
            "health": feed.health,
            "level": feed.isInTrouble ? "high" : "low",
            "checked": state.checkedAt.map(clock) ?? "never",
            "next": state.nextCheckAt.map(clock) ?? "now",
            "articles": "\(state.articleCount)",
        ]
    }

    private static func clock(_ moment: Timestamp) -> String {
        moment.iso8601.replacing("T", with: " ").replacing("Z", with: " UTC")
    }

    private static func level(_ severity: Int) -> String {
        severity >= 70 ? "high" : severity >= 40 ? "middle" : "low"
    }

    private static func signed(_ score: Double) -> String {
        let hundredths = Int((score * 100).rounded())
        let digits = hundredths.magnitude
        return (hundredths < 0 ? "-" : hundredths > 0 ? "+" : "")
            + "\(digits / 100).\(digits % 100 < 10 ? "0" : "")\(digits % 100)"
    }
}
