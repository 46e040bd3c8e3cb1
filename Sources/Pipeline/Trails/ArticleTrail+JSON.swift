import NewsModel

extension ArticleTrail {
    /// Writes the way of an article as a JSON object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("id")
            json.string(article.id)
            json.name("title")
            json.string(article.title)
            json.name("url")
            json.string(article.url)
            json.name("seen_at")
            json.string(article.seenAt.iso8601)
            json.name("published_at")
            json.string(article.publishedAt?.iso8601)
            json.name("origin")
            if let origin = article.origin { origin.write(to: &json) } else { json.null() }
            json.name("lexicon_then")
            json.string(lexiconThen)
            json.name("lexicon_now")
            json.string(lexiconNow)
            json.name("arithmetic")
            json.string(explanation.arithmetic)
            json.name("cues")
            json.array(explanation.cues) { json, cue in cue.write(to: &json) }
            json.name("rules")
            json.array(explanation.rules) { json, rule in rule.write(to: &json) }
            json.name("story")
            json.string(story?.id)
            json.name("story_articles")
            json.integer(story?.articleCount)
            json.name("join_reason")
            json.string(joinReason)
            json.name("decision")
            json.string(decision)
        }
    }
}

extension ArticleOrigin {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("feed_format")
            json.string(feedFormat)
            json.name("feed")
            feed.write(to: &json)
            json.name("entry")
            json.string(entryID)
            json.name("page")
            if let page { page.write(to: &json) } else { json.null() }
            json.name("page_problem")
            json.string(pageProblem)
            json.name("text_from")
            json.string(text.rawValue)
        }
    }
}

extension ArticleOrigin.Document {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("url")
            json.string(url)
            json.name("status")
            json.integer(status)
            json.name("bytes")
            json.integer(bytes)
            json.name("milliseconds")
            json.integer(milliseconds)
            json.name("content_type")
            json.string(contentType)
            json.name("charset")
            json.string(charset)
            json.name("charset_reason")
            json.string(charsetReason)
            json.name("problems")
            json.array(problems) { json, problem in json.string(problem) }
        }
    }
}

extension ScoreExplanation.Cue {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            span.writeMembers(to: &json)
            json.name("kind")
            json.string(kind)
            json.name("rule")
            json.string(rule)
            json.name("base")
            json.number(base)
            json.name("weight")
            json.number(weight)
            json.name("modifiers")
            json.array(modifiers) { json, modifier in json.string(modifier) }
            json.name("company")
            json.string(company)
        }
    }
}

extension ScoreExplanation.Rule {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            span.writeMembers(to: &json)
            json.name("type")
            json.string(type.rawValue)
            json.name("rule")
            json.string(rule)
            json.name("text_of_rule")
            json.string(text)
            json.name("refusal")
            json.string(refusal)
            json.name("modifiers")
            json.array(modifiers) { json, modifier in json.string(modifier) }
        }
    }
}
