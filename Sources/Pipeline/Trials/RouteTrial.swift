import Alerting
public import NewsModel
import Scoring
import Storage
import Stories

/// Says what would become of an article: which alert, and which receivers would hear of it. Nothing is stored or sent.
public struct RouteTrial: Sendable {
    private let parts: MonitorParts
    /// Beside a running daemon; nil where there is no database yet.
    private let store: (any NewsStore)?

    /// - Throws: every problem of lexicons and alerts.
    public init(_ settings: MonitorSettings) throws(MonitorFailure) {
        parts = try MonitorParts(settings)
        store = try? SQLiteNewsStore.openReadOnly(folder: settings.dataFolder)
    }

    /// A stored article; nil where there is none with this id.
    public func storedArticle(id: String) async throws(MonitorFailure) -> Article? {
        do {
            return try await store?.article(id: id)?.article
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// The decisions and the way through the routes, a line each, for an article that nothing came before.
    public func trace(_ article: Article, now: Timestamp) async throws(MonitorFailure) -> [String] {
        let record = ArticleScorer(lexicon: parts.lexicon, engine: Release.engine).score(article, now: now)
        var index = StoryIndex(windowSeconds: Monitor.storyWindowSeconds)
        let placement = index.place(article: article, record: record)
        let decided = parts.desk.decide(
            ScoredArticle(article: article, record: record), placement: placement, context: .init(), now: now)
        guard !decided.alerts.isEmpty else { return ["no alert: \(decided.decision)"] }
        let preview = try await preview(now: now)
        return decided.alerts.flatMap { alert in
            let events = alert.events.map(\.type.rawValue).joined(separator: ", ")
            let head = "alert on \(alert.company.name), severity \(alert.severity), rule \(alert.rule): \(events)"
            return [head] + preview.lines(for: alert, at: now).map { "  \($0)" }
        }
    }

    private func preview(now: Timestamp) async throws(MonitorFailure) -> NoticePreview {
        guard let store else { return NoticePreview(parts.alerting) }
        do {
            return NoticePreview(
                parts.alerting, silences: try await store.silences(endingAfter: now),
                openAlerts: try await store.openAlerts(
                    since: now.adding(seconds: -7 * 86_400), ofCompanies: nil, limit: 1000))
        } catch {
            throw MonitorFailure(error)
        }
    }
}
