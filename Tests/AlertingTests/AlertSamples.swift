import NewsModel
import StrictYAML

@testable import Alerting

let kakao = Company(id: "XKRX:035720", kind: .listed, name: "카카오")
let noon = CalendarDate(year: 2026, month: 11, day: 25, hour: 3)?.timestamp() ?? Timestamp(seconds: 0)

func sentiment(_ score: Double) -> Sentiment {
    let sentimentClass: SentimentClass = score < -0.1 ? .negative : score > 0.1 ? .positive : .neutral
    return Sentiment(
        score: score, sentimentClass: sentimentClass, positive: max(score, 0), neutral: 1 - abs(score),
        negative: max(-score, 0))
}

func event(
    _ type: String = "legal.market_abuse", company: String? = "XKRX:035720", name: String? = nil, role: String? = nil,
    phase: EventPhase? = nil, fact: FactLevel = .fact, severity: Int = 70, evidence: [String] = []
) -> NewsEvent {
    NewsEvent(
        type: EventType(rawValue: type), companyID: company, companyName: name, role: role, phase: phase,
        factLevel: fact, severity: severity, relevance: 80, score: -0.6,
        evidence: evidence.map {
            Evidence(
                span: TextSpan(field: .title, start: 0, end: $0.unicodeScalars.count, text: $0), rule: "ko/events.txt:1"
            )
        })
}

func assessment(_ company: Company = kakao, relevance: Int = 90, role: CompanyRole = .subject) -> CompanyAssessment {
    CompanyAssessment(company: company, relevance: relevance, role: role, sentiment: sentiment(-0.62), mentions: [])
}

func record(companies: [CompanyAssessment] = [assessment()], events: [NewsEvent]) -> ScoredRecord {
    ScoredRecord(
        id: "article1", title: "카카오 창업자, 시세조종 혐의로 재판", language: .korean, scoredAt: noon,
        sentiment: sentiment(-0.4), confidence: 0.8, companies: companies, events: events,
        severity: events.map(\.severity).max() ?? 0, evidence: [], engine: "newsward 0", lexicon: "sha256:0",
        novelty: 100)
}

func article(id: String = "article1", rank: Int = 5, title: String = "카카오 창업자, 시세조종 혐의로 재판") -> Article {
    Article(
        id: id, source: "한빛경제", sourceRank: rank, url: "https://news.example/a?id=1&x=2", title: title, body: "",
        language: .korean, publishedAt: noon, seenAt: noon)
}

func story(articles: Int = 1, sources: [String] = ["한빛경제"]) -> Story {
    Story(
        id: "story1", leadArticleID: "article1", articleCount: articles, sources: sources, bestSourceRank: 5,
        firstSeenAt: noon, lastSeenAt: noon)
}

func alert(
    id: String = "alert_1", revision: Int = 1, company: Company = kakao, events: [NewsEvent] = [event()],
    severity: Int = 70, title: String = "카카오 창업자, 시세조종 혐의로 재판", url: String? = "https://news.example/a?id=1&x=2",
    reason: String = "first notice", watched: Bool = false, rule: String = "grave-event", source: String? = "한빛경제",
    articles: Int = 1, published: Timestamp? = noon, sources: [String] = ["한빛경제"], first: Timestamp? = nil,
    bestRank: Int? = nil
) -> Alert {
    Alert(
        id: id, revision: revision, storyID: "story1", company: company, rule: rule, reason: reason, events: events,
        severity: severity, sentiment: sentiment(-0.62), relevance: 90, novelty: 100, articleID: "article1",
        title: title, url: url, source: source, sourceRank: 3, language: .korean, publishedAt: published,
        articleCount: articles, sources: sources, isWatched: watched, createdAt: noon, updatedAt: noon,
        firstSeenAt: first, bestSourceRank: bestRank)
}

func context(_ id: String = "msg_1", kind: MessageKind = .alert) -> NotificationContext {
    NotificationContext(deliveryID: id, groupKey: "root{company=XKRX:035720}", createdAt: noon, kind: kind)
}

/// The text of messages by a template of the program.
func messageText(
    _ template: String, _ escaping: Escaping, language: MessageLanguage = .korean, unit: TextUnit = .utf16
) throws -> MessageText {
    let templates = MessageTemplates.builtIn
    guard let full = templates.template(template, language: language),
        let line = templates.template("line", language: language)
    else { throw YAMLErrors([YAMLProblem(file: template, line: 0, "no such template")]) }
    return MessageText(
        full: full, line: line, view: AlertView(language: language, clock: .standard(for: language)),
        escaping: escaping, unit: unit)
}

func delivery(
    _ id: String = "msg_1", to receiver: String = "hook", body: [UInt8] = Array("{}".utf8),
    contentType: String = "application/json"
) -> Delivery {
    Delivery(
        id: id, receiver: receiver, body: body, contentType: contentType, notices: ["alert_1@1"], state: .due,
        attemptCount: 0, nextAttemptAt: noon, createdAt: noon)
}

/// A headline as bad as it gets.
let hostileTitle =
    "\"quotes\" 'single' \\ back {{title}} {{{x}}} @everyone @channel <!channel> <@U1> *bold* `code` ~x~ [a](http://evil.example)"
    + "\nsecond line\r\u{1B}[31mred\u{9B}31m\u{7F}\u{202E}rtl\u{2066}\u{200B}\u{2028}end & <b> | 🏴‍☠️ "
    + String(repeating: "가나다", count: 4000)
