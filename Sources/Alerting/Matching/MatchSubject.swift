import NewsModel

/// What matchers look at: an alert, or what may become one, together with one of its events.
struct MatchSubject {
    let company: Company
    /// Known only before an alert is made.
    let companyRole: CompanyRole?
    let isWatched: Bool
    var severity: Int
    let risk: Int?
    let sentiment: Double
    let relevance: Int
    let novelty: Int?
    let source: String?
    let sourceRank: Int
    let language: Language
    let title: String
    /// Known only once an alert is made.
    let rule: String?
    let articleCount: Int
    let event: NewsEvent?

    func number(_ field: LabelField) -> Double? {
        switch field {
        case .severity: Double(severity)
        case .risk: risk.map(Double.init)
        case .sentiment: sentiment
        case .relevance: Double(relevance)
        case .novelty: novelty.map(Double.init)
        case .sourceRank: Double(sourceRank)
        case .articles: Double(articleCount)
        default: nil
        }
    }

    func texts(_ field: LabelField) -> [String] {
        switch field {
        case .type: [event?.type.rawValue].compactMap { $0 }
        case .group: [event?.type.group].compactMap { $0 }
        case .phase: [event?.phase?.rawValue].compactMap { $0 }
        case .role: [event?.role].compactMap { $0 }
        case .factLevel: [event?.factLevel.rawValue].compactMap { $0 }
        case .company: [company.id, company.name].compactMap { $0 }
        case .kind: [company.kind.rawValue]
        case .watched: [isWatched ? "true" : "false"]
        case .companyRole: [companyRole?.rawValue].compactMap { $0 }
        case .source: [source].compactMap { $0 }
        case .language: [language.rawValue]
        case .title: [title]
        case .rule: [rule].compactMap { $0 }
        default: []
        }
    }

    /// What the subject says of a field, for the answer to "why not": `20`, `legal.verdict`, `not known`.
    func shown(_ field: LabelField) -> String {
        if case .number = field.kind {
            guard let number = number(field) else { return "not known" }
            return number == number.rounded() ? String(Int(number)) : String((number * 100).rounded() / 100)
        }
        let texts = texts(field).map { CleanText.line($0, limit: 60) }
        return texts.isEmpty ? "not known" : texts.joined(separator: " or ")
    }

    /// One subject for each event of an alert, or a single one for an alert without events.
    static func subjects(of alert: Alert) -> [MatchSubject] {
        let events: [NewsEvent?] = alert.events.isEmpty ? [nil] : alert.events
        return events.map { event in
            MatchSubject(
                company: alert.company, companyRole: nil, isWatched: alert.isWatched, severity: alert.severity,
                risk: alert.risk, sentiment: alert.sentiment.score, relevance: alert.relevance, novelty: alert.novelty,
                source: alert.source, sourceRank: alert.sourceRank, language: alert.language, title: alert.title,
                rule: alert.rule, articleCount: alert.articleCount, event: event)
        }
    }
}
