internal import NewsModel

/// An event inside an `AlertWire`.
struct EventWire: Codable {
    let type: String
    let company: String?
    let name: String?
    let role: String?
    let phase: EventPhase?
    let fact: FactLevel
    let severity: Int
    let relevance: Int
    let score: Double
    let evidence: [EvidenceWire]

    init(_ event: NewsEvent) {
        type = event.type.rawValue
        company = event.companyID
        name = event.companyName
        role = event.role
        phase = event.phase
        fact = event.factLevel
        severity = event.severity
        relevance = event.relevance
        score = event.score
        evidence = event.evidence.map(EvidenceWire.init)
    }

    var event: NewsEvent {
        NewsEvent(
            type: EventType(rawValue: type), companyID: company, companyName: name, role: role, phase: phase,
            factLevel: fact, severity: severity, relevance: relevance, score: score, evidence: evidence.map(\.evidence))
    }
}

struct EvidenceWire: Codable {
    let field: TextField
    let start: Int
    let end: Int
    let text: String
    let rule: String
    let weight: Double?
    let modifiers: [String]

    init(_ evidence: Evidence) {
        field = evidence.span.field
        start = evidence.span.start
        end = evidence.span.end
        text = evidence.span.text
        rule = evidence.rule
        weight = evidence.weight
        modifiers = evidence.modifiers
    }

    var evidence: Evidence {
        Evidence(
            span: TextSpan(field: field, start: start, end: end, text: text), rule: rule, weight: weight,
            modifiers: modifiers)
    }
}
