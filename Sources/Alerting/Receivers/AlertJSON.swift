import NewsModel

/// Writes alerts as JSON. Texts from feeds are cleaned first: a line of JSON must be safe on a terminal too.
enum AlertJSON {
    /// More events than this are only counted, so that one alert stays under the 20 kB that webhooks should not pass.
    private static let maximumEvents = 15

    /// One alert as one line without its line break.
    static func line(_ alert: Alert, deliveryID: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("delivery")
            json.string(deliveryID)
            writeMembers(of: alert, to: &json)
        }
        return json.bytes
    }

    /// The members of an alert's object.
    static func writeMembers(of alert: Alert, to json: inout JSONWriter) {
        writeIdentity(of: alert, to: &json)
        json.name("severity")
        json.integer(alert.severity)
        json.name("sentiment")
        alert.sentiment.write(to: &json)
        json.name("relevance")
        json.integer(alert.relevance)
        json.name("novelty")
        json.integer(alert.novelty)
        json.name("watched")
        json.bool(alert.isWatched)
        writeArticle(of: alert, to: &json)
        json.name("event_count")
        json.integer(alert.events.count)
        json.name("events")
        json.array(alert.events.prefix(maximumEvents)) { json, event in write(event, to: &json) }
        json.name("created_at")
        json.string(alert.createdAt.iso8601)
        json.name("updated_at")
        json.string(alert.updatedAt.iso8601)
    }

    private static func writeIdentity(of alert: Alert, to json: inout JSONWriter) {
        json.name("id")
        json.string(alert.id)
        json.name("revision")
        json.integer(alert.revision)
        json.name("reason")
        json.string(CleanText.line(alert.reason, limit: 500))
        json.name("rule")
        json.string(CleanText.line(alert.rule, limit: 200))
        json.name("story")
        json.string(alert.storyID)
        json.name("company")
        json.object { json in
            json.name("id")
            json.string(alert.company.id)
            json.name("kind")
            json.string(alert.company.kind.rawValue)
            json.name("name")
            json.string(CleanText.line(alert.company.name, limit: 200))
        }
    }

    private static func writeArticle(of alert: Alert, to json: inout JSONWriter) {
        json.name("article")
        json.string(alert.articleID)
        json.name("title")
        json.string(CleanText.line(alert.title, limit: 400))
        json.name("url")
        json.string(alert.url.flatMap { WebLink.safe($0, limit: 2000) })
        json.name("source")
        json.string(alert.source.map { CleanText.line($0, limit: 200) })
        json.name("source_rank")
        json.integer(alert.sourceRank)
        json.name("language")
        json.string(alert.language.rawValue)
        json.name("published_at")
        json.string(alert.publishedAt?.iso8601)
        json.name("article_count")
        json.integer(alert.articleCount)
        json.name("sources")
        json.array(alert.sources.prefix(20)) { json, source in json.string(CleanText.line(source, limit: 80)) }
    }

    private static func write(_ event: NewsEvent, to json: inout JSONWriter) {
        json.object { json in
            json.name("type")
            json.string(CleanText.line(event.type.rawValue, limit: 100))
            json.name("group")
            json.string(CleanText.line(event.type.group, limit: 100))
            json.name("company")
            json.string(event.companyID)
            json.name("role")
            json.string(event.role.map { CleanText.line($0, limit: 40) })
            json.name("phase")
            json.string(event.phase?.rawValue)
            json.name("fact_level")
            json.string(event.factLevel.rawValue)
            json.name("severity")
            json.integer(event.severity)
            json.name("relevance")
            json.integer(event.relevance)
            json.name("score")
            json.number(event.score)
            json.name("evidence")
            json.array(event.evidence.prefix(2)) { json, evidence in
                json.object { json in
                    json.name("field")
                    json.string(evidence.span.field.rawValue)
                    json.name("start")
                    json.integer(evidence.span.start)
                    json.name("end")
                    json.integer(evidence.span.end)
                    json.name("text")
                    json.string(CleanText.line(evidence.span.text, limit: 120))
                    json.name("rule")
                    json.string(evidence.rule)
                }
            }
        }
    }
}
