public import NewsModel

extension AlertTrail {
    /// The trail as one JSON object.
    public var json: JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.name("id")
            json.string(id)
            json.name("revisions")
            json.array(steps) { json, step in step.write(to: &json) }
            json.name("notices")
            json.array(notices) { json, notice in notice.write(to: &json) }
        }
        return json
    }
}

extension ArticleVerdict {
    /// The verdict as one JSON object.
    public var json: JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.name("stage")
            json.string(stage.rawValue)
            json.name("reasons")
            json.array(reasons) { json, reason in json.string(reason) }
            json.name("companies")
            json.array(companies) { json, company in company.write(to: &json) }
            json.name("alerts")
            json.array(alerts) { json, alert in alert.write(to: &json) }
            json.name("notices")
            json.array(notices) { json, notice in notice.write(to: &json) }
            json.name("article")
            if let article { article.write(to: &json) } else { json.null() }
        }
        return json
    }
}

extension AlertTrail.Step {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("alert")
            alert.write(to: &json)
            json.name("conditions")
            json.array(conditions ?? []) { json, condition in
                json.object { json in
                    json.name("condition")
                    json.string(condition.text)
                    json.name("value")
                    json.string(condition.value)
                    json.name("holds")
                    json.bool(condition.holds)
                }
            }
            json.name("routes")
            json.array(routes) { json, step in
                json.object { json in
                    json.name("route")
                    json.string(step.route)
                    json.name("matched")
                    json.bool(step.matched)
                    json.name("explanation")
                    json.string(step.explanation)
                }
            }
            json.name("article")
            if let article { article.write(to: &json) } else { json.null() }
        }
    }
}

extension AlertTrail.Notice {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("alert")
            json.string("\(notice.alertID)@\(notice.revision)")
            json.name("receiver")
            json.string(notice.receiver)
            json.name("route")
            json.string(notice.route)
            json.name("group")
            json.string(notice.groupKey)
            json.name("state")
            json.string(state)
            json.name("due_at")
            json.string(notice.dueAt.iso8601)
            json.name("verdicts")
            json.array(verdicts) { json, verdict in
                json.object { json in
                    json.name("at")
                    json.string(verdict.at.iso8601)
                    json.name("action")
                    json.string(verdict.action.rawValue)
                    json.name("reason")
                    json.string(verdict.reason)
                }
            }
            json.name("delivery")
            if let delivery { delivery.write(to: &json, attempts: attempts) } else { json.null() }
        }
    }
}

extension Delivery {
    fileprivate func write(to json: inout JSONWriter, attempts: [DeliveryAttempt]) {
        json.object { json in
            json.name("id")
            json.string(id)
            json.name("state")
            json.string(state.rawValue)
            json.name("next_attempt_at")
            json.string(state == .due ? nextAttemptAt.iso8601 : nil)
            json.name("last_error")
            json.string(lastError)
            json.name("attempts")
            json.array(attempts) { json, attempt in attempt.write(to: &json) }
        }
    }
}

extension DeliveryAttempt {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("number")
            json.integer(number)
            json.name("at")
            json.string(at.iso8601)
            json.name("latency_ms")
            json.integer(latencyMilliseconds)
            json.name("status")
            json.integer(status)
            json.name("succeeded")
            json.bool(succeeded)
            json.name("detail")
            json.string(detail)
        }
    }
}
