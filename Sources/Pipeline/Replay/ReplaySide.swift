import Alerting
import NewsModel
import Scoring
import Stories

/// One of the two ways that a replay sends the articles: lexicons, rules and routes with a story index of their own.
struct ReplaySide {
    let scorer: ArticleScorer
    let desk: DecisionDesk
    private var index = StoryIndex(windowSeconds: Monitor.storyWindowSeconds)
    private var placed = 0
    /// Every alert raised so far, by id.
    private(set) var alerts: [String: ReplayedAlert] = [:]
    private var idsByStory: [String: [String]] = [:]
    /// Articles between two rounds of forgetting.
    private static let round = 1000

    init(scorer: ArticleScorer, desk: DecisionDesk) {
        self.scorer = scorer
        self.desk = desk
    }

    /// Decides on the next article as the monitor would have at the time. `refusal`: why it may raise nothing, or nil.
    mutating func take(_ article: Article, record: ScoredRecord, refusal: String?) {
        forgetNowAndThen(article.seenAt)
        let placement = index.place(article: article, record: record)
        let previous = (idsByStory[placement.story.id] ?? []).compactMap { alerts[$0]?.alert }
        let decided = desk.decide(
            ScoredArticle(article: article, record: record), placement: placement, previous: previous,
            refusal: refusal, now: article.seenAt)
        for alert in decided.alerts {
            let receivers = decided.notices.filter { $0.alertID == alert.id }.map(\.receiver)
            note(alert, receivers: receivers, story: placement.story.id)
        }
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
        index.remove(before: moment.adding(seconds: -Monitor.storyWindowSeconds))
    }
}
