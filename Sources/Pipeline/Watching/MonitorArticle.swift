import Alerting
import NewsModel
import Stories

/// Makes what is stored of a monitor notice: an article with a record, a story and an alert of its own. No rule is asked,
/// because the user must hear of it whatever his rules of news are; the routes decide who hears it.
struct MonitorArticle {
    let notice: MonitorNotice
    let feedURL: String?
    let now: Timestamp

    /// The rule that alerts of the monitor name.
    static let ruleName = "monitor"

    private var articleID: String {
        ArticleIdentity.id(
            feedURL: notice.kind.rawValue, entryID: notice.key, url: nil, title: notice.title, body: "")
    }
    private var storyID: String { "story_" + articleID }
    private var company: Company { Company(id: nil, kind: .unlisted, name: notice.subject) }

    func stored(notices: (Alert) -> [PendingNotice]) -> StoredArticle {
        let alert = alert
        return StoredArticle(
            article: article, record: record, story: story, member: member, alerts: [alert],
            notices: notices(alert), decision: "the monitor's own notice", trail: trail(alert))
    }

    private func trail(_ alert: Alert) -> DecisionTrail {
        DecisionTrail(companies: [
            CompanyDecision(
                company: notice.subject, companyID: nil, outcome: .raised, reason: "the monitor's own notice",
                alertID: alert.id, revision: 1, rule: Self.ruleName)
        ])
    }

    private var event: NewsEvent {
        NewsEvent(
            type: EventType(rawValue: notice.kind.rawValue), companyID: nil, companyName: notice.subject, role: nil,
            phase: nil, factLevel: .fact, severity: notice.kind.severity, relevance: 100, score: 0, evidence: [])
    }

    private var article: Article {
        Article(
            id: articleID, feedURL: feedURL, source: Release.name, sourceRank: 1, title: notice.title,
            body: notice.detail, language: .english, publishedAt: now, seenAt: now)
    }

    private var record: ScoredRecord {
        ScoredRecord(
            id: articleID, title: notice.title, language: .english, source: Release.name, publishedAt: now,
            scoredAt: now, sentiment: .none, confidence: 1,
            companies: [
                CompanyAssessment(
                    company: company, relevance: 100, role: .subject, sentiment: .none, mentions: [])
            ],
            events: [event], severity: notice.kind.severity, evidence: [], engine: Release.engine, lexicon: "",
            story: storyID, novelty: 100)
    }

    private var story: Story {
        Story(
            id: storyID, leadArticleID: articleID, articleCount: 1, sources: [Release.name], bestSourceRank: 1,
            firstSeenAt: now, lastSeenAt: now)
    }

    /// Without a fingerprint: no news may ever join it.
    private var member: StoryMember {
        StoryMember(
            articleID: articleID, storyID: storyID, fingerprint: [], eventKeys: [], companyIDs: [], canonicalURL: nil,
            seenAt: now)
    }

    private var alert: Alert {
        Alert(
            id: AlertRules.alertID(storyID: storyID, company: company), revision: 1, storyID: storyID,
            company: company, rule: Self.ruleName, reason: "first notice", events: [event],
            severity: notice.kind.severity, sentiment: .none, relevance: 100, novelty: 100, articleID: articleID,
            title: notice.title, url: nil, source: Release.name, sourceRank: 1, language: .english, publishedAt: now,
            articleCount: 1, sources: [Release.name], isWatched: true, createdAt: now, updatedAt: now)
    }
}
