public import NewsModel

/// The alert that `newsward alerts test` sends through the real path.
public enum TestAlert {
    /// An alert that cannot be taken for news: it says in both languages that it is a test. Each second has its own id,
    /// so that no receiver takes a second test for a repeat.
    public static func make(now: Timestamp) -> Alert {
        let event = NewsEvent(
            type: EventType(rawValue: "legal.verdict"), companyID: nil, companyName: "Newsward", role: nil,
            phase: .decided, factLevel: .fact, severity: 50, relevance: 100, score: 0, evidence: [])
        let company = Company(id: nil, kind: .unlisted, name: "Newsward")
        return Alert(
            id: AlertRules.alertID(storyID: "test \(now.seconds)", company: company), revision: 1, storyID: "test",
            company: company, rule: "test", reason: "sent by newsward alerts test", events: [event], severity: 50,
            sentiment: .none, relevance: 100, articleID: "test",
            title: "This is a test of Newsward, not news. 뉴스워드 시험 알림입니다.", url: nil, source: "newsward alerts test",
            sourceRank: 10, language: .undetermined, publishedAt: now, articleCount: 1, sources: ["newsward"],
            isWatched: false, createdAt: now, updatedAt: now)
    }
}
