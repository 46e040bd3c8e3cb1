extension Alert {
    /// Writes an alert as the API, the JSON Lines file and the generic webhook show it.
    public func write(to json: inout JSONWriter) {
        json.object { json in writeMembers(to: &json) }
    }

    /// Writes the members of an alert into the object at hand.
    ///
    /// - Parameter eventCount: events that the alert really has, where `events` was cut.
    public func writeMembers(to json: inout JSONWriter, eventCount: Int? = nil) {
        writeIdentity(to: &json)
        json.name("severity")
        json.integer(severity)
        json.name("sentiment")
        sentiment.write(to: &json)
        json.name("relevance")
        json.integer(relevance)
        json.name("novelty")
        json.integer(novelty)
        json.name("risk")
        json.integer(risk)
        json.name("case")
        json.string(caseID)
        json.name("resolved")
        json.bool(isResolved)
        json.name("watched")
        json.bool(isWatched)
        writeArticle(to: &json)
        json.name("event_count")
        json.integer(eventCount ?? events.count)
        json.name("events")
        json.array(events) { json, event in event.write(to: &json) }
        json.name("created_at")
        json.string(createdAt.iso8601)
        json.name("updated_at")
        json.string(updatedAt.iso8601)
    }

    private func writeIdentity(to json: inout JSONWriter) {
        json.name("id")
        json.string(id)
        json.name("revision")
        json.integer(revision)
        json.name("reason")
        json.string(reason)
        json.name("rule")
        json.string(rule)
        json.name("story")
        json.string(storyID)
        json.name("company")
        json.object { json in
            json.name("id")
            json.string(company.id)
            json.name("kind")
            json.string(company.kind.rawValue)
            json.name("name")
            json.string(company.name)
        }
    }

    private func writeArticle(to json: inout JSONWriter) {
        json.name("article")
        json.string(articleID)
        json.name("title")
        json.string(title)
        json.name("url")
        json.string(url)
        json.name("source")
        json.string(source)
        json.name("source_rank")
        json.integer(sourceRank)
        json.name("language")
        json.string(language.rawValue)
        json.name("published_at")
        json.string(publishedAt?.iso8601)
        json.name("article_count")
        json.integer(articleCount)
        json.name("sources")
        json.array(sources) { json, source in json.string(source) }
        json.name("first_seen_at")
        json.string(firstSeenAt?.iso8601)
        json.name("best_source_rank")
        json.integer(bestSourceRank)
    }
}
