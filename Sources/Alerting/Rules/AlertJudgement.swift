public import NewsModel

/// The decision for one company of an article, with every rule that was looked at.
public struct AlertJudgement: Sendable, Hashable {
    public let company: Company?
    public let decision: AlertDecision
    public let checks: [RuleCheck]
    /// What the case memory says of the company.
    public let caseNote: String?

    /// The judgement as it is stored; routes are added by who knows them.
    public func stored(routes: [RouteCheck] = []) -> CompanyDecision {
        let (outcome, alert): (CompanyDecision.Outcome, Alert?) =
            switch decision {
            case .raise(let alert): (.raised, alert)
            case .resolve(let alert): (.resolved, alert)
            case .unchanged: (.unchanged, nil)
            case .none: (.none, nil)
            }
        var alertID = alert?.id
        if case .unchanged(let id, _) = decision { alertID = id }
        return CompanyDecision(
            company: company.map { CleanText.line($0.name, limit: 80) } ?? "", companyID: company?.id,
            outcome: outcome, reason: decision.reason, alertID: alertID, revision: alert?.revision,
            rule: alert?.rule ?? checks.first(where: \.met)?.rule, rules: checks, routes: routes, caseNote: caseNote)
    }
}

/// What else than the article itself counts for a decision.
public struct AlertBackground: Sendable {
    /// The newest revision of each alert of the story.
    public var previous: [Alert]
    /// Where the article is the changed text of an earlier one: the events that that one told of.
    public var corrected: [NewsEvent]?
    /// What the article does to the cases of its companies.
    public var cases: [CaseChange]
    /// 0...100, by company id: the risk over the last week with this article in it.
    public var risks: [String: Int]

    public init(
        previous: [Alert] = [], corrected: [NewsEvent]? = nil, cases: [CaseChange] = [], risks: [String: Int] = [:]
    ) {
        self.previous = previous
        self.corrected = corrected
        self.cases = cases
        self.risks = risks
    }
}
