import Alerting
public import NewsModel
import Scoring
import Stories

/// Says what would become of an article: which alert, and which receivers would hear of it. Nothing is stored or sent.
public struct RouteTrial: Sendable {
    private let parts: MonitorParts

    /// - Throws: every problem of lexicons and alerts.
    public init(_ settings: MonitorSettings) throws(MonitorFailure) {
        parts = try MonitorParts(settings)
    }

    /// The decisions and the way through the routes, a line each, for an article that nothing came before.
    public func trace(_ article: Article, now: Timestamp) -> [String] {
        let record = ArticleScorer(lexicon: parts.lexicon, engine: Release.engine).score(article, now: now)
        var index = StoryIndex(windowSeconds: Monitor.storyWindowSeconds)
        let placement = index.place(article: article, record: record)
        let decided = parts.desk.decide(
            ScoredArticle(article: article, record: record), placement: placement, previous: [], refusal: nil, now: now)
        guard !decided.alerts.isEmpty else { return ["no alert: \(decided.decision)"] }
        return decided.alerts.flatMap { alert in
            let events = alert.events.map(\.type.rawValue).joined(separator: ", ")
            let head = "alert on \(alert.company.name), severity \(alert.severity), rule \(alert.rule): \(events)"
            let silence = parts.muting(of: alert, at: now).map { ["  muted: \($0)"] } ?? []
            return [head] + parts.alerting.routes.trace(of: alert).map { "  \($0)" } + silence
        }
    }
}
