import Alerting
import NewsModel
import Scoring
import Stories

/// The user's rules, routes and watchlist, applied to one placed article. Pure.
struct DecisionDesk: Sendable {
    let rules: AlertRules
    let routes: RouteTree
    let watchlist: Watchlist
    /// Scores the earlier text of a changed article again, so that both are read by the same lexicon.
    let scorer: ArticleScorer

    /// What is known beside the article itself.
    struct Context: Sendable {
        /// The newest revision of each alert of the story.
        var previous: [Alert] = []
        /// Why the article may raise no alert whatever it holds, or nil.
        var refusal: String?
        /// The earlier text, where the article is a changed one.
        var corrected: Article?
        /// What the article does to the cases of its companies.
        var cases: [CaseChange] = []
        /// Who was told of the alerts of each case that is closed now.
        var listeners: [String: [CaseListener]] = [:]
        var novelty = CoverageCounts()
        var volume = CoverageCounts()
        /// 0...100 by company id, with this article in it.
        var risks: [String: Int] = [:]
        /// 0...1 by company id: what this article adds.
        var riskShares: [String: Double] = [:]
    }

    /// Everything that one transaction writes for the article.
    func decide(_ item: ScoredArticle, placement: StoryPlacement, context: Context, now: Timestamp) -> StoredArticle {
        let record = record(item, placement, context)
        let judgements = context.refusal == nil ? judge(item, record, placement, context, now: now) : []
        let outcomes = judgements.map { outcome(of: $0, context, now: now) }
        let alerts = outcomes.compactMap(\.alert)
        let trail = DecisionTrail(refusal: context.refusal, companies: outcomes.map(\.stored))
        return StoredArticle(
            article: item.article, record: record, story: placement.story, member: placement.member, alerts: alerts,
            notices: outcomes.flatMap(\.notices),
            decision: context.refusal ?? judgements.map(\.decision.reason).joined(separator: "; "),
            joinReason: placement.reason.description, trail: trail,
            cases: Self.cases(context.cases, told: alerts), riskShares: context.riskShares, entryHash: item.entryHash,
            changedFrom: item.changedFrom)
    }

    private func record(_ item: ScoredArticle, _ placement: StoryPlacement, _ context: Context) -> ScoredRecord {
        var record = item.record
        record.story = placement.story.id
        record.novelty = placement.novelty
        record.supersedes = placement.supersedes
        record.noveltyCounts = context.novelty
        record.volumeCounts = context.volume
        record.risk = context.risks.values.max()
        return record
    }

    private func judge(
        _ item: ScoredArticle, _ record: ScoredRecord, _ placement: StoryPlacement, _ context: Context, now: Timestamp
    ) -> [AlertJudgement] {
        let corrected = context.corrected.map { scorer.score($0, now: now).events }
        return rules.judge(
            record: record, article: item.article, story: placement.story, watchlist: watchlist,
            watchedTerms: watchedTerms(in: item.article),
            background: AlertBackground(
                previous: context.previous, corrected: corrected, cases: context.cases, risks: context.risks),
            now: now)
    }

    private struct Outcome {
        var alert: Alert?
        var notices: [PendingNotice] = []
        let stored: CompanyDecision
    }

    /// Who hears of a decision: those whom the routes name, and of the end of a case those who heard of its beginning.
    private func outcome(of judgement: AlertJudgement, _ context: Context, now: Timestamp) -> Outcome {
        switch judgement.decision {
        case .raise(let alert):
            let told = resolution(of: alert, context, now: now)
            let others = routes.destinations(for: alert).map { $0.notice(for: alert, now: now) }
                .filter { notice in !told.contains { $0.receiver == notice.receiver } }
            return Outcome(
                alert: alert, notices: told + others, stored: judgement.stored(routes: routes.trace(of: alert)))
        case .resolve(let alert):
            return Outcome(
                alert: alert, notices: resolution(of: alert, context, now: now), stored: judgement.stored())
        case .unchanged, .none:
            return Outcome(stored: judgement.stored())
        }
    }

    private func resolution(of alert: Alert, _ context: Context, now: Timestamp) -> [PendingNotice] {
        guard alert.isResolved, let id = alert.caseID else { return [] }
        return routes.resolution(of: alert, for: context.listeners[id] ?? [], now: now)
    }

    /// The changed cases, each with the alerts that tell of it now.
    private static func cases(_ changes: [CaseChange], told alerts: [Alert]) -> [CaseFile] {
        changes.map { change in
            var file = change.file
            for alert in alerts where alert.company.id == file.companyID && !file.alertIDs.contains(alert.id) {
                file.alertIDs.append(alert.id)
            }
            return file
        }
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
