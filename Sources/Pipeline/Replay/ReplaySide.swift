import Alerting
import NewsModel
import Scoring
import Stories

/// One of the two ways that a replay sends the articles: lexicons, rules and routes with a memory of their own.
struct ReplaySide {
    let scorer: ArticleScorer
    let desk: DecisionDesk
    private var memory = NewsMemory.empty(windowSeconds: Monitor.storyWindowSeconds)
    private var placed = 0
    /// Every alert raised so far, by id.
    private(set) var alerts: [String: ReplayedAlert] = [:]
    private var idsByStory: [String: [String]] = [:]
    private var cases: [String: CaseFile] = [:]
    private var notices: [String: [PendingNotice]] = [:]
    /// Articles between two rounds of forgetting.
    private static let round = 1000

    init(scorer: ArticleScorer, desk: DecisionDesk) {
        self.scorer = scorer
        self.desk = desk
    }

    /// Decides on the next article as the monitor would have at the time. `refusal`: why it may raise nothing, or nil.
    mutating func take(_ article: Article, record: ScoredRecord, refusal: String?) {
        forgetNowAndThen(article.seenAt)
        let item = ScoredArticle(article: article, record: record)
        let placement = memory.place(item, changing: nil)
        var context = context(of: item, placement, refusal: refusal)
        memory.describe(item, placement, in: &context)
        memory.count(item, placement)
        let decided = desk.decide(item, placement: placement, context: context, now: article.seenAt)
        for file in decided.cases { cases[file.id] = file }
        for alert in decided.alerts {
            let told = decided.notices.filter { $0.alertID == alert.id }
            notices[alert.id, default: []] += told
            note(alert, receivers: told.map(\.receiver), story: placement.story.id)
        }
    }

    private func context(
        of item: ScoredArticle, _ placement: StoryPlacement, refusal: String?
    ) -> DecisionDesk.Context {
        var context = DecisionDesk.Context()
        context.refusal = refusal
        context.previous = (idsByStory[placement.story.id] ?? []).compactMap { alerts[$0]?.alert }
        let companies = Set(CaseMemory.companies(in: item.record))
        let open = cases.values.filter { $0.closedAt == nil && companies.contains($0.companyID) }
            .sorted { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
        context.cases = CaseMemory.changes(
            by: item.record, member: placement.member, open: open, now: item.article.seenAt
        ).filter { refusal == nil || !$0.closes }
        for change in context.cases where change.closes {
            var seen: Set<String> = []
            context.listeners[change.file.id] = change.file.alertIDs.flatMap { notices[$0] ?? [] }
                .filter { seen.insert($0.receiver).inserted }
                .map { CaseListener(receiver: $0.receiver, route: $0.route) }
        }
        return context
    }

    private mutating func note(_ alert: Alert, receivers: [String], story: String) {
        if alerts[alert.id] == nil { idsByStory[story, default: []].append(alert.id) }
        var replayed = alerts[alert.id] ?? ReplayedAlert(alert: alert, receivers: [])
        replayed.alert = alert
        replayed.receivers.formUnion(receivers)
        alerts[alert.id] = replayed
    }

    private mutating func forgetNowAndThen(_ moment: Timestamp) {
        placed += 1
        guard placed.isMultiple(of: Self.round) else { return }
        memory.forget(now: moment, windowSeconds: Monitor.storyWindowSeconds)
    }
}
