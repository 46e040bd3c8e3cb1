import NewsModel
import Stories

/// A short way to write scored articles for the tests of the index.
struct Report {
    static let noon = Timestamp(seconds: 1_795_600_800)
    static let garam = Company(id: "XKRX:000001", kind: .listed, name: "가람전자")
    static let naru = Company(id: "XKRX:000002", kind: .listed, name: "나루화학")
    static let dasol = Company(id: "XKRX:000003", kind: .listed, name: "다솔증권")
    static let mirae = Company(id: "XKRX:000004", kind: .listed, name: "마루증권")

    var id: String
    var title: String
    var body = ""
    var url: String?
    var source = "새소식"
    var rank = 5
    var hours: Double = 0
    var language = Language.korean
    /// The subjects.
    var companies = [Report.garam]
    var others: [(company: Company, role: CompanyRole)] = []
    /// Type, and the words of title or body that are its evidence.
    var events: [(type: String, cue: String)] = []
    var eventCompany: String? = Report.garam.id

    var article: Article {
        Article(
            id: id, source: source, sourceRank: rank, url: url, title: title, body: body, language: language,
            seenAt: Report.noon.adding(seconds: Int64(hours * 3600)))
    }

    var record: ScoredRecord {
        let subjects = companies.map { assessment($0, .subject, 90) }
        let rest = others.map { assessment($0.company, $0.role, 30) }
        return ScoredRecord(
            id: id, title: title, language: language, scoredAt: Report.noon, sentiment: .none, confidence: 0.5,
            companies: subjects + rest, events: events.map(event), severity: 60, evidence: [], engine: "", lexicon: "")
    }

    private func event(_ type: String, _ cue: String) -> NewsEvent {
        NewsEvent(
            type: EventType(rawValue: type), companyID: eventCompany, role: nil, phase: nil, factLevel: .fact,
            severity: 60,
            relevance: 90, score: -0.5,
            evidence: spans(cue).prefix(1).map { Evidence(span: $0, rule: "ko/events.txt:1") })
    }

    private func assessment(_ company: Company, _ role: CompanyRole, _ relevance: Int) -> CompanyAssessment {
        CompanyAssessment(
            company: company, relevance: relevance, role: role, sentiment: .none,
            mentions: spans(company.name).map(Mention.init))
    }

    private func spans(_ text: String) -> [TextSpan] {
        let wanted = Array(text.unicodeScalars)
        return [(TextField.title, title), (.body, body)].flatMap { field, whole in
            let scalars = Array(whole.unicodeScalars)
            guard !wanted.isEmpty, scalars.count >= wanted.count else { return [TextSpan]() }
            return (0...(scalars.count - wanted.count)).filter { scalars[$0...].starts(with: wanted) }.map {
                TextSpan(field: field, start: $0, end: $0 + wanted.count, text: text)
            }
        }
    }
}

extension StoryIndex {
    static func threeDays() -> StoryIndex { StoryIndex(windowSeconds: 72 * 3600) }

    mutating func place(_ report: Report) -> StoryPlacement {
        place(article: report.article, record: report.record)
    }
}
