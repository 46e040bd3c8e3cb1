import NewsModel

extension CompanyDecision {
    /// Writes what was decided for a company as a JSON object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("company")
            json.string(company)
            json.name("company_id")
            json.string(companyID)
            json.name("outcome")
            json.string(outcome.rawValue)
            json.name("reason")
            json.string(reason)
            json.name("rule")
            json.string(rule)
            json.name("rules")
            json.array(rules) { json, check in check.write(to: &json) }
            json.name("case")
            json.string(caseNote)
        }
    }
}

extension RuleCheck {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("rule")
            json.string(rule)
            json.name("met")
            json.bool(met)
            json.name("passed")
            json.integer(passed)
            json.name("failed")
            json.string(failed)
            json.name("found")
            json.string(found)
            json.name("events")
            json.array(events) { json, event in json.string(event) }
        }
    }
}
