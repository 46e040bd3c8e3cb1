import Foundation
import Logging
import NewsModel
import Storage
import TestSupport

/// Moments, articles and alerts that the tests of the store share.
enum Sample {
    static let noon = Timestamp(seconds: 1_795_600_800)
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func event(_ type: String = "legal.lawsuit", company: String? = "XKRX:000001") -> NewsEvent {
        NewsEvent(
            type: EventType(rawValue: type), companyID: company, companyName: "가람전자", role: "defendant",
            phase: .alleged, factLevel: .fact, severity: 62, relevance: 90, score: -0.4321987,
            evidence: [
                Evidence(
                    span: TextSpan(field: .title, start: 0, end: 2, text: "소송"), rule: "ko/events.txt:7", weight: nil,
                    modifiers: ["negated by 않았다 (ko/modifiers.txt:12)"])
            ])
    }

    static func alert(_ id: String = "al1", revision: Int = 1, story: String = "s1", at moment: Timestamp = noon)
        -> Alert
    {
        Alert(
            id: id, revision: revision, storyID: story,
            company: Company(id: "XKRX:000001", kind: .listed, name: "가람전자"), rule: "legal", reason: "first notice",
            events: [event()], severity: 62,
            sentiment: Sentiment(score: -0.5, sentimentClass: .negative, positive: 0.1, neutral: 0.2, negative: 0.7),
            relevance: 90, novelty: 100, articleID: "a1", title: "가람전자, 특허 소송 \"피소\"", url: "https://news.example/1",
            source: "새소식", sourceRank: 3, language: .korean, publishedAt: moment, articleCount: 1, sources: ["새소식"],
            isWatched: true, createdAt: moment, updatedAt: moment)
    }

    static func notice(
        _ alertID: String = "al1", revision: Int = 1, receiver: String = "team", group: String = "g",
        due: Timestamp = noon
    ) -> PendingNotice {
        PendingNotice(
            alertID: alertID, revision: revision, receiver: receiver, route: "root/legal", groupKey: group, dueAt: due)
    }

    static func delivery(
        _ id: String = "d1", receiver: String = "team", notices: [String] = ["al1@1"], due: Timestamp = noon,
        created: Timestamp = noon
    ) -> Delivery {
        Delivery(
            id: id, receiver: receiver, body: [0x7B, 0x00, 0xFF, 0x7D], contentType: "application/json",
            notices: notices,
            state: .due, attemptCount: 0, nextAttemptAt: due, createdAt: created)
    }

    static func stored(
        _ id: String = "a1", story: String = "s1", seen: Timestamp = noon, title: String = "가람전자, 특허 소송",
        alerts: [Alert] = [], notices: [PendingNotice] = [], decision: String = "no event",
        riskShares: [String: Double] = [:]
    ) -> StoredArticle {
        let article = Article(
            id: id, feedURL: "https://feed.example/rss", source: "새소식", sourceRank: 3,
            url: "https://news.example/\(id)?x=1",
            canonicalURL: "https://news.example/\(id)", title: title, body: "본문", bodyIsExtracted: true,
            language: .korean,
            author: "기자", publishedAt: noon, seenAt: seen)
        let sentiment = Sentiment(score: -0.5, sentimentClass: .negative, positive: 0.1, neutral: 0.2, negative: 0.7)
        let company = Company(id: "XKRX:000001", kind: .listed, name: "가람전자")
        let other = Company(id: "XKRX:000002", kind: .listed, name: "나루화학")
        let record = ScoredRecord(
            id: id, title: title, language: .korean, scoredAt: noon, sentiment: sentiment, confidence: 0.5,
            companies: [
                CompanyAssessment(company: company, relevance: 90, role: .subject, sentiment: sentiment, mentions: []),
                CompanyAssessment(company: other, relevance: 20, role: .mentioned, sentiment: sentiment, mentions: []),
            ], events: [event()], severity: 62, evidence: [], engine: "newsward 0", lexicon: "sha256:0", story: story)
        let whole = Story(
            id: story, leadArticleID: "a1", articleCount: 1, sources: ["새소식"], bestSourceRank: 3, firstSeenAt: seen,
            lastSeenAt: seen)
        let member = StoryMember(
            articleID: id, storyID: story, fingerprint: [1, 0, 255], eventKeys: ["XKRX:000001|legal.lawsuit|"],
            companyIDs: ["XKRX:000001"], canonicalURL: article.canonicalURL, seenAt: seen)
        return StoredArticle(
            article: article, record: record, story: whole, member: member, alerts: alerts, notices: notices,
            decision: decision, riskShares: riskShares)
    }
}

/// Runs a test with a store in a folder of its own.
func withStore(_ test: (SQLiteNewsStore, TemporaryFolder) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
    try await test(store, folder)
    try await store.close()
}
