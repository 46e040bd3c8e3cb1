extension ScoredRecord {
    /// Writes the record of docs/contract.md, members in that order; `id` always, the others where `fields` holds them.
    ///
    /// - Parameter idJSON: the id as JSON, where the input gave one that is not a string.
    public func write(to json: inout JSONWriter, fields: RecordFields = .all, idJSON: [UInt8]? = nil) {
        json.object { json in
            json.name("id")
            if let idJSON { json.verbatim(idJSON) } else { json.string(id) }
            writeOrigin(to: &json, fields)
            if fields.contains(.sentiment) {
                json.name("sentiment")
                sentiment.write(to: &json)
            }
            if fields.contains(.confidence) {
                json.name("confidence")
                json.number(confidence)
            }
            if fields.contains(.companies) {
                json.name("companies")
                json.array(companies) { json, company in company.write(to: &json) }
            }
            if fields.contains(.events) {
                json.name("events")
                json.array(events) { json, event in event.write(to: &json) }
            }
            if fields.contains(.severity) {
                json.name("severity")
                json.integer(severity)
            }
            if fields.contains(.evidence) {
                json.name("evidence")
                json.array(evidence) { json, item in item.write(to: &json, withWeight: true) }
            }
            writeTrail(to: &json, fields)
        }
    }

    private func writeOrigin(to json: inout JSONWriter, _ fields: RecordFields) {
        if fields.contains(.title) {
            json.name("title")
            json.string(title)
        }
        if fields.contains(.text), let text {
            json.name("text")
            json.string(text)
        }
        if fields.contains(.url) {
            json.name("url")
            json.string(url)
        }
        if fields.contains(.language) {
            json.name("language")
            json.string(language.rawValue)
        }
        if fields.contains(.source) {
            json.name("source")
            json.string(source)
        }
        if fields.contains(.publishedAt) {
            json.name("published_at")
            if let publishedAt { json.time(publishedAt) } else { json.null() }
        }
        if fields.contains(.scoredAt) {
            json.name("scored_at")
            json.time(scoredAt)
        }
    }

    private func writeTrail(to json: inout JSONWriter, _ fields: RecordFields) {
        if fields.contains(.engine) {
            json.name("engine")
            json.string(engine)
        }
        if fields.contains(.lexicon) {
            json.name("lexicon")
            json.string(lexicon)
        }
        if fields.contains(.story), let story {
            json.name("story")
            json.string(story)
        }
        if fields.contains(.novelty), let novelty {
            json.name("novelty")
            json.integer(novelty)
        }
        if fields.contains(.supersedes), let supersedes {
            json.name("supersedes")
            json.string(supersedes)
        }
        writeCoverage(to: &json, fields)
    }

    private func writeCoverage(to json: inout JSONWriter, _ fields: RecordFields) {
        if fields.contains(.noveltyCounts), let noveltyCounts {
            json.name("novelty_counts")
            noveltyCounts.write(to: &json)
        }
        if fields.contains(.volumeCounts), let volumeCounts {
            json.name("volume_counts")
            volumeCounts.write(to: &json)
        }
        if fields.contains(.risk), let risk {
            json.name("risk")
            json.integer(risk)
        }
    }
}

extension CoverageCounts {
    /// Writes {"12h", "24h", "3d", "5d", "7d"}.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            for (window, value) in zip(Self.windows, values) {
                json.name(window.name)
                json.integer(value)
            }
        }
    }
}

extension Sentiment {
    /// Writes {"score", "class", "positive", "neutral", "negative"}.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("score")
            json.number(score)
            json.name("class")
            json.string(sentimentClass.rawValue)
            json.name("positive")
            json.number(positive)
            json.name("neutral")
            json.number(neutral)
            json.name("negative")
            json.number(negative)
        }
    }
}

extension CompanyAssessment {
    /// Writes one element of the record's `companies`.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("id")
            json.string(company.id)
            json.name("kind")
            json.string(company.kind.rawValue)
            json.name("name")
            json.string(company.name)
            json.name("relevance")
            json.integer(relevance)
            json.name("role")
            json.string(role.rawValue)
            json.name("sentiment")
            sentiment.write(to: &json)
            json.name("mentions")
            json.array(mentions) { json, mention in
                json.object { json in mention.span.writeMembers(to: &json) }
            }
        }
    }
}

extension NewsEvent {
    /// Writes one element of the record's `events`.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("type")
            json.string(type.rawValue)
            json.name("group")
            json.string(type.group)
            json.name("company")
            json.string(companyID)
            json.name("role")
            json.string(role)
            json.name("phase")
            json.string(phase?.rawValue)
            json.name("fact_level")
            json.string(factLevel.rawValue)
            json.name("severity")
            json.integer(severity)
            json.name("relevance")
            json.integer(relevance)
            json.name("score")
            json.number(score)
            json.name("evidence")
            json.array(evidence) { json, item in item.write(to: &json, withWeight: false) }
        }
    }
}

extension Evidence {
    /// Writes {"field", "start", "end", "text", "rule"}, and with `withWeight` also "weight" and "modifiers".
    public func write(to json: inout JSONWriter, withWeight: Bool) {
        json.object { json in
            span.writeMembers(to: &json)
            json.name("rule")
            json.string(rule)
            if withWeight {
                json.name("weight")
                if let weight { json.number(weight) } else { json.null() }
                json.name("modifiers")
                json.array(modifiers) { json, modifier in json.string(modifier) }
            }
        }
    }
}

extension TextSpan {
    /// Writes "field", "start", "end" and "text" into the object at hand.
    public func writeMembers(to json: inout JSONWriter) {
        json.name("field")
        json.string(field.rawValue)
        json.name("start")
        json.integer(start)
        json.name("end")
        json.integer(end)
        json.name("text")
        json.string(text)
    }
}
