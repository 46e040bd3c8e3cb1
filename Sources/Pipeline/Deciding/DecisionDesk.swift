import Alerting
import NewsModel
import Stories

/// The user's rules, routes and watchlist, applied to one placed article. Pure.
struct DecisionDesk: Sendable {
    let rules: AlertRules
    let routes: RouteTree
    let watchlist: Watchlist

    /// Everything that one transaction writes for the article.
    ///
    /// - Parameter refusal: why it may raise no alert whatever it holds, or nil.
    func decide(
        _ item: ScoredArticle, placement: StoryPlacement, previous: [Alert], refusal: String?, now: Timestamp
    ) -> StoredArticle {
        var record = item.record
        record.story = placement.story.id
        record.novelty = placement.novelty
        record.supersedes = placement.supersedes
        let decisions =
            refusal.map { [AlertDecision.none(reason: $0)] }
            ?? rules.decide(
                record: record, article: item.article, story: placement.story, watchlist: watchlist,
                watchedTerms: watchedTerms(in: item.article), previous: previous, now: now)
        let alerts = decisions.compactMap { decision -> Alert? in
            if case .raise(let alert) = decision { alert } else { nil }
        }
        let notices = alerts.flatMap { pending(for: $0, now: now) }
        return StoredArticle(
            article: item.article, record: record, story: placement.story, member: placement.member, alerts: alerts,
            notices: notices, decision: decisions.map(\.reason).joined(separator: "; "),
            joinReason: placement.reason.description)
    }

    /// Everything that one transaction writes for a notice of the monitor itself.
    func stored(_ notice: MonitorNotice, feedURL: String?, now: Timestamp) -> StoredArticle {
        MonitorArticle(notice: notice, feedURL: feedURL, now: now).stored { pending(for: $0, now: now) }
    }

    private func pending(for alert: Alert, now: Timestamp) -> [PendingNotice] {
        routes.destinations(for: alert).map { $0.notice(for: alert, now: now) }
    }

    private func watchedTerms(in article: Article) -> [String] {
        watchlist.terms.filter { term in
            let wanted = Array(term.utf8)
            return Self.holds(Array(article.title.utf8), wanted) || Self.holds(Array(article.body.utf8), wanted)
        }
    }

    /// Bytes, because comparing a hostile text as Strings can take seconds.
    private static func holds(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, text.count >= wanted.count else { return false }
        for start in 0...(text.count - wanted.count) where text[start] == first {
            if text[start..<start + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
    }
}
