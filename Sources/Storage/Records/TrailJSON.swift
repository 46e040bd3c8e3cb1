import NewsModel

/// What is stored with every article, written without `JSONEncoder`: at a poll of many feeds that would be most of the work
/// of storing. It is read with `JSONDecoder`, so members have the names of the properties, and nil is left out.
enum TrailJSON {
    static func text(of trail: DecisionTrail) -> String {
        var json = JSONWriter(capacity: 256)
        json.object { json in
            json.name("companies")
            json.array(trail.companies, write)
            json.optional("refusal", trail.refusal)
        }
        return json.text
    }

    static func text(of origin: ArticleOrigin) -> String {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.optional("entryID", origin.entryID)
            json.name("feed")
            write(&json, origin.feed)
            json.name("feedFormat")
            json.string(origin.feedFormat)
            if let page = origin.page {
                json.name("page")
                write(&json, page)
            }
            json.optional("pageProblem", origin.pageProblem)
            json.name("text")
            json.string(origin.text.rawValue)
        }
        return json.text
    }

    private static func write(_ json: inout JSONWriter, _ document: ArticleOrigin.Document) {
        json.object { json in
            json.name("bytes")
            json.integer(document.bytes)
            json.name("charset")
            json.string(document.charset)
            json.name("charsetReason")
            json.string(document.charsetReason)
            json.optional("contentType", document.contentType)
            json.name("milliseconds")
            json.integer(document.milliseconds)
            json.name("problems")
            json.array(document.problems) { json, problem in json.string(problem) }
            json.name("status")
            json.integer(document.status)
            json.name("url")
            json.string(document.url)
        }
    }

    private static func write(_ json: inout JSONWriter, _ decision: CompanyDecision) {
        json.object { json in
            json.optional("alertID", decision.alertID)
            json.optional("caseNote", decision.caseNote)
            json.name("company")
            json.string(decision.company)
            json.optional("companyID", decision.companyID)
            json.name("outcome")
            json.string(decision.outcome.rawValue)
            json.name("reason")
            json.string(decision.reason)
            if let revision = decision.revision {
                json.name("revision")
                json.integer(revision)
            }
            json.name("routes")
            json.array(decision.routes, write)
            json.optional("rule", decision.rule)
            json.name("rules")
            json.array(decision.rules, write)
        }
    }

    private static func write(_ json: inout JSONWriter, _ check: RuleCheck) {
        json.object { json in
            json.name("events")
            json.array(check.events) { json, event in json.string(event) }
            json.optional("failed", check.failed)
            json.optional("found", check.found)
            json.name("met")
            json.bool(check.met)
            if let passed = check.passed {
                json.name("passed")
                json.integer(passed)
            }
            json.name("rule")
            json.string(check.rule)
        }
    }

    private static func write(_ json: inout JSONWriter, _ check: RouteCheck) {
        json.object { json in
            json.name("explanation")
            json.string(check.explanation)
            json.name("matched")
            json.bool(check.matched)
            json.name("receivers")
            json.array(check.receivers) { json, receiver in json.string(receiver) }
            json.name("route")
            json.string(check.route)
        }
    }
}

extension JSONWriter {
    /// Writes a member, or nothing for nil.
    fileprivate mutating func optional(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        self.name(name)
        string(value)
    }
}
