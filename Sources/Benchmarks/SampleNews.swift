import NewsModel

/// Invented articles and deliveries of the usual sizes, for benchmarks that need many rows rather than good prose.
enum SampleNews {
    static let start = Timestamp(seconds: 1_795_600_800)

    /// An article with all that is stored beside it. `bodyLength`: bytes of its text.
    static func stored(_ number: Int, bodyLength: Int) -> StoredArticle {
        let id = "a" + String(1_000_000_000 + number &* 7919, radix: 16)
        let moment = start.adding(seconds: Int64(number / 10))
        let company = Company(id: "XKRX:\(100_000 + number % 2500)", kind: .listed, name: "가람전자 \(number % 2500)")
        let url = "https://news.example/\(number % 97)/\(number &* 7919)"
        let article = Article(
            id: id, feedURL: "https://news.example/rss", source: "Sample Wire", sourceRank: 4, url: url,
            canonicalURL: url, title: "가람전자 \(number), 소송 제기에 주가 급락", body: text(bodyLength), bodyIsExtracted: true,
            language: .korean, publishedAt: moment, seenAt: moment)
        let sentiment = Sentiment(score: -0.5, sentimentClass: .negative, positive: 0.1, neutral: 0.2, negative: 0.7)
        let span = TextSpan(field: .title, start: 9, end: 14, text: "소송 제기")
        let record = ScoredRecord(
            id: id, title: article.title, url: url, language: .korean, source: article.source, publishedAt: moment,
            scoredAt: moment, sentiment: sentiment, confidence: 0.5,
            companies: [
                CompanyAssessment(company: company, relevance: 90, role: .subject, sentiment: sentiment, mentions: [])
            ],
            events: [
                NewsEvent(
                    type: EventType(rawValue: "legal.lawsuit"), companyID: company.id, companyName: company.name,
                    role: "defendant", phase: .charged, factLevel: .fact, severity: 55, relevance: 90, score: -0.6,
                    evidence: [Evidence(span: span, rule: "ko/events.txt:12")])
            ], severity: 55, evidence: [Evidence(span: span, rule: "ko/polarity.txt:40", weight: -2)],
            engine: "newsward", lexicon: "sha256:0")
        let story = Story(
            id: "s" + id, leadArticleID: id, articleCount: 1, sources: ["Sample Wire"], bestSourceRank: 4,
            firstSeenAt: moment, lastSeenAt: moment)
        let member = StoryMember(
            articleID: id, storyID: story.id, fingerprint: [UInt8](repeating: UInt8(number & 255), count: 280),
            eventKeys: ["\(company.id ?? "")|legal.lawsuit|"], companyIDs: [company.id ?? ""],
            canonicalURL: url, seenAt: moment)
        return StoredArticle(
            article: article, record: record, story: story, member: member, alerts: [], notices: [],
            decision: "가람전자: rule grave needs severity >= 70, it is 55", joinReason: "first article of its story")
    }

    /// A delivery of about 1.5 kB, due at once.
    static func delivery(_ number: Int, to receiver: String, at moment: Timestamp) -> Delivery {
        let id = "msg_" + String(0x1000_0000_0000 + number &* 104_729, radix: 16)
        let body = "{\"type\":\"newsward.alert\",\"id\":\"\(id)\",\"text\":\"\(text(1400))\"}"
        return Delivery(
            id: receiver + id, receiver: receiver, body: Array(body.utf8), contentType: "application/json",
            notices: ["alert_\(number)@1"], state: .due, attemptCount: 0, nextAttemptAt: moment, createdAt: moment)
    }

    private static func text(_ length: Int) -> String {
        let sentence = "The company said that the claim has no ground and that it will answer in court. "
        return String(
            decoding: Array(repeatElement(sentence.utf8, count: length / 80 + 1).joined()).prefix(length), as: UTF8.self
        )
    }
}
