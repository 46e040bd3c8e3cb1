import NewsModel

extension DecisionTrail {
    /// The trail of an article that a version stored which kept no more than the decision's text.
    init(text: String) {
        self.init(
            refusal: Refusal.isRefusal(text) ? text : nil,
            companies: [CompanyDecision(company: "", companyID: nil, outcome: .none, reason: text)])
    }

    /// The stage at which an article stopped that raised nothing.
    ///
    /// - Parameter hasEvents: whether its record holds an event.
    func stage(hasEvents: Bool) -> ArticleVerdict.Stage {
        if let refusal { return refusal.hasPrefix(Refusal.datePrefix) ? .date : .baseline }
        if companies.contains(where: { $0.outcome == .unchanged }) { return .story }
        return hasEvents || companies.contains { !$0.rules.isEmpty } ? .rule : .events
    }

    /// Why nothing was raised, in plain words with the values that decided.
    var reasons: [String] {
        refusal.map { [$0] } ?? companies.flatMap(\.reasons)
    }
}

extension CompanyDecision {
    /// Why nothing was raised for the company: of the rules that were not met, the one that came furthest stands first.
    var reasons: [String] {
        let missed = rules.filter { !$0.met }.enumerated().sorted { left, right in
            (right.element.passed ?? 0, left.offset) < (left.element.passed ?? 0, right.offset)
        }.map(\.element)
        let note = caseNote.map { ["\(company): \($0)"] } ?? []
        guard outcome == .none, !missed.isEmpty else { return [reason] + note }
        return missed.enumerated().map { place, check in
            "\(company): \(check.miss)" + (place == 0 && missed.count > 1 ? "; it came furthest" : "")
        } + note
    }
}

extension RuleCheck {
    /// `rule grave needs severity >= 90, it is 60 (ops.product_safety); 2 conditions before it hold`.
    fileprivate var miss: String {
        let event = events.isEmpty ? "" : " (\(events.joined(separator: ", ")))"
        let held = passed.map { $0 == 1 ? "; 1 condition before it holds" : "; \($0) conditions before it hold" } ?? ""
        return "rule \(rule) needs \(failed ?? "more"), it is \(found ?? "not known")\(event)\(passed == 0 ? "" : held)"
    }
}
