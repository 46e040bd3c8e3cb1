import Foundation
import NewsModel
import Storage
import Stories

extension TrailFinder {
    /// Where the way of an article ended. `name` is its URL or its id.
    public func verdict(on name: String) async throws(MonitorFailure) -> ArticleVerdict {
        do {
            guard let id = try await articleID(named: name), let trail = try await articleTrail(id) else {
                return try await missing(name)
            }
            let alerts = try await archive.alerts(ofArticle: id)
            guard !alerts.isEmpty else { return try await silent(trail) }
            return try await told(trail, alerts: alerts)
        } catch {
            throw MonitorFailure(error)
        }
    }

    private func articleID(named name: String) async throws(StorageError) -> String? {
        if try await archive.archived(articleID: name) != nil { return name }
        return try await archive.articleIDs(url: name, canonicalURL: CanonicalURL.canonical(name)).first
    }

    /// Nothing is stored of it: it was removed, or no poll brought it.
    private func missing(_ name: String) async throws(StorageError) -> ArticleVerdict {
        let id = ArticleIdentity.id(feedURL: "", entryID: nil, url: name, title: "", body: "")
        for id in [name, id] where try await archive.wasRemoved(articleID: id) {
            return ArticleVerdict(
                stage: .retention,
                reasons: ["it was stored, and removed after \(parts.settings.retentionDays) days"],
                article: nil, alerts: [], notices: [])
        }
        return ArticleVerdict(
            stage: .fetch, reasons: ["no poll brought it"] + (try await feeds(near: name)), article: nil, alerts: [],
            notices: [])
    }

    /// The feeds of the article's host, with how they stand.
    private func feeds(near name: String) async throws(StorageError) -> [String] {
        guard let host = URL(string: name)?.host?.lowercased() else { return [] }
        let states = Dictionary(try await archive.feedStates().map { ($0.url, $0) }, uniquingKeysWith: { $1 })
        let near = parts.settings.feeds.filter { URL(string: $0.url)?.host?.lowercased() == host }
        guard !near.isEmpty else { return ["no feed of \(host) is configured"] }
        return near.map { feed in
            guard let state = states[feed.url], let checked = state.checkedAt else {
                return "feed \(feed.url) was never polled"
            }
            let read = state.succeededAt.map { "last read \($0.iso8601)" } ?? "never read"
            let trouble =
                state.disabledReason.map { "; stopped: \($0)" } ?? state.lastError.map { "; last error: \($0)" }
            return "feed \(feed.url): last polled \(checked.iso8601), \(read)\(trouble ?? "")"
        }
    }

    /// Stored, but it raised nothing.
    private func silent(_ trail: ArticleTrail) async throws(StorageError) -> ArticleVerdict {
        let decision = try await archive.decision(onArticle: trail.article.id) ?? DecisionTrail(text: trail.decision)
        let stage = decision.stage(hasEvents: trail.hasEvents)
        var reasons = decision.reasons
        if stage == .story, let story = trail.story {
            reasons.append(
                "duplicate of story \(story.id) (\(story.articleCount) articles, lead \(story.leadArticleID)): \(trail.joinReason)"
            )
        }
        if stage == .events {
            reasons += trail.explanation.rules.compactMap { rule in
                rule.refusal.map { "\(rule.type.rawValue) by `\(rule.text)` (\(rule.rule)): \($0)" }
            }
        }
        return ArticleVerdict(
            stage: stage, reasons: reasons, article: trail, alerts: [], notices: [], companies: decision.companies)
    }

    /// It raised an alert: how far did that come?
    private func told(_ trail: ArticleTrail, alerts: [Alert]) async throws(StorageError) -> ArticleVerdict {
        var notices: [AlertTrail.Notice] = []
        for alert in alerts {
            notices += try await self.notices(ofAlert: alert.id).filter { $0.notice.revision == alert.revision }
        }
        let stage: ArticleVerdict.Stage
        var reasons = notices.map(\.standing)
        if notices.isEmpty {
            stage = .route
            reasons = alerts.flatMap { routes(of: $0).map { "\($0.route): \($0.explanation)" } }
        } else if notices.contains(where: { $0.delivery?.state == .delivered }) {
            stage = .delivered
        } else {
            stage = notices.contains { $0.delivery != nil } ? .delivery : .notice
        }
        let companies = try await archive.decision(onArticle: trail.article.id)?.companies ?? []
        // Another company of the same article may have raised nothing.
        reasons += companies.filter { $0.outcome == .none || $0.outcome == .unchanged }.flatMap(\.reasons)
        return ArticleVerdict(
            stage: stage, reasons: reasons, article: trail, alerts: alerts, notices: notices, companies: companies)
    }
}

extension AlertTrail.Notice {
    /// How it stands, in one line: `hook: muted, silence "weekend"`.
    public var standing: String {
        guard let delivery else {
            let due = state == "pending" ? ", held for its group until \(notice.dueAt.iso8601)" : ""
            let why = verdicts.last.map { " \($0.at.iso8601): \($0.reason)" } ?? ""
            return "\(notice.receiver): \(state)\(due)\(why)"
        }
        let tries = "\(delivery.attemptCount) \(delivery.attemptCount == 1 ? "try" : "tries")"
        let next = delivery.state == .due ? ", next \(delivery.nextAttemptAt.iso8601)" : ""
        let error = delivery.lastError.map { ": \($0)" } ?? ""
        return "\(notice.receiver): \(delivery.state.rawValue) after \(tries)\(next)\(error) (\(delivery.id))"
    }
}
