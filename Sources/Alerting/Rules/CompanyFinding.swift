import NewsModel

/// One company of a record with the events that are its own.
struct CompanyFinding {
    let company: Company
    let assessment: CompanyAssessment?
    var events: [NewsEvent]
    /// Events whose company the text does not name, where this is the company that the article is most about.
    var unnamedEvents: [NewsEvent] = []
    /// True for the finding that stands for no company at all.
    var isUnnamed = false

    /// What a text without a company's name is filed under.
    static let unnamedCompany = Company(id: nil, kind: .unlisted, name: "unnamed company")

    /// The companies of a record, in its order, then those that only events name, then the unnamed one if it is needed.
    static func findings(in record: ScoredRecord) -> [CompanyFinding] {
        var findings = record.companies.map { CompanyFinding(company: $0.company, assessment: $0, events: []) }
        var unnamed: [NewsEvent] = []
        for event in record.events {
            guard event.companyID != nil || event.companyName != nil else {
                unnamed.append(event)
                continue
            }
            if let index = findings.firstIndex(where: { $0.owns(event) }) {
                findings[index].events.append(event)
            } else {
                let name = event.companyName ?? event.companyID ?? ""
                let kind: CompanyKind = event.companyID == nil ? .unlisted : .listed
                let company = Company(id: event.companyID, kind: kind, name: name)
                findings.append(CompanyFinding(company: company, assessment: nil, events: [event]))
            }
        }
        guard !unnamed.isEmpty else { return findings }
        if let index = subject(among: findings) { findings[index].unnamedEvents = unnamed }
        var nobody = CompanyFinding(company: unnamedCompany, assessment: nil, events: [])
        nobody.unnamedEvents = unnamed
        nobody.isUnnamed = true
        return findings + [nobody]
    }

    private func owns(_ event: NewsEvent) -> Bool {
        if let id = event.companyID { return company.id == id }
        guard company.id == nil, let name = event.companyName else { return false }
        return company.name.utf8.elementsEqual(name.utf8)
    }

    /// The subject with the highest relevance, the first of equals.
    private static func subject(among findings: [CompanyFinding]) -> Int? {
        var best: Int?
        for (index, finding) in findings.enumerated() where finding.assessment?.role == .subject {
            if finding.relevance > best.map({ findings[$0].relevance }) ?? -1 { best = index }
        }
        return best
    }

    /// The company's relevance, or that of its events where the record does not list it.
    var relevance: Int {
        assessment?.relevance ?? (events + unnamedEvents).map(\.relevance).max() ?? 0
    }

    /// The events that a rule looks at.
    func events(for rule: AlertRule) -> [NewsEvent] {
        switch rule.unnamed {
        case .subject: isUnnamed ? [] : events + unnamedEvents
        case .alert: isUnnamed ? unnamedEvents : events
        case .ignore: events
        }
    }
}
