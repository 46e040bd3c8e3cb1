internal import NewsModel

/// An alert as the store writes it. Its names are the file's format: a name that was released stays.
struct AlertWire: Codable {
    let id: String
    let revision: Int
    let story: String
    let company: CompanyWire
    let rule: String
    let reason: String
    let events: [EventWire]
    let severity: Int
    let sentiment: SentimentWire
    let relevance: Int
    let novelty: Int?
    let article: String
    let title: String
    let url: String?
    let source: String?
    let rank: Int
    let language: Language
    let published: Int64?
    let articles: Int
    let sources: [String]
    let watched: Bool
    let created: Int64
    let updated: Int64
    // Since migration 4; older files have none of them.
    let risk: Int?
    let caseFile: String?
    let resolved: Bool?
    let first: Int64?
    let bestRank: Int?

    init(_ alert: Alert) {
        id = alert.id
        revision = alert.revision
        story = alert.storyID
        company = CompanyWire(alert.company)
        rule = alert.rule
        reason = alert.reason
        events = alert.events.map(EventWire.init)
        severity = alert.severity
        sentiment = SentimentWire(alert.sentiment)
        relevance = alert.relevance
        novelty = alert.novelty
        article = alert.articleID
        title = alert.title
        url = alert.url
        source = alert.source
        rank = alert.sourceRank
        language = alert.language
        published = alert.publishedAt?.milliseconds
        articles = alert.articleCount
        sources = alert.sources
        watched = alert.isWatched
        created = alert.createdAt.milliseconds
        updated = alert.updatedAt.milliseconds
        risk = alert.risk
        caseFile = alert.caseID
        resolved = alert.isResolved ? true : nil
        first = alert.firstSeenAt?.milliseconds
        bestRank = alert.bestSourceRank
    }

    var alert: Alert {
        Alert(
            id: id, revision: revision, storyID: story, company: company.company, rule: rule, reason: reason,
            events: events.map(\.event), severity: severity, sentiment: sentiment.sentiment, relevance: relevance,
            novelty: novelty, articleID: article, title: title, url: url, source: source, sourceRank: rank,
            language: language, publishedAt: published.map(Timestamp.init(milliseconds:)), articleCount: articles,
            sources: sources, isWatched: watched, createdAt: Timestamp(milliseconds: created),
            updatedAt: Timestamp(milliseconds: updated), risk: risk, caseID: caseFile, isResolved: resolved ?? false,
            firstSeenAt: first.map(Timestamp.init(milliseconds:)), bestSourceRank: bestRank)
    }
}

struct CompanyWire: Codable {
    let id: String?
    let kind: CompanyKind
    let name: String

    init(_ company: Company) {
        id = company.id
        kind = company.kind
        name = company.name
    }

    var company: Company { Company(id: id, kind: kind, name: name) }
}

struct SentimentWire: Codable {
    let score: Double
    let `class`: SentimentClass
    let positive: Double
    let neutral: Double
    let negative: Double

    init(_ sentiment: Sentiment) {
        score = sentiment.score
        `class` = sentiment.sentimentClass
        positive = sentiment.positive
        neutral = sentiment.neutral
        negative = sentiment.negative
    }

    var sentiment: Sentiment {
        Sentiment(score: score, sentimentClass: `class`, positive: positive, neutral: neutral, negative: negative)
    }
}
