public import NewsModel

extension ParsedFeed {
    /// Writes the feed as `newsward feed parse` prints it; `problems` only where there are any.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("format")
            json.string(format.rawValue)
            json.name("version")
            json.string(version)
            json.name("encoding")
            json.string(encoding)
            json.name("title")
            json.string(title)
            json.name("link")
            json.string(link)
            json.name("description")
            json.string(description)
            json.name("language")
            json.string(language)
            json.name("updated")
            json.string(updated?.iso8601)
            json.name("authors")
            json.array(authors) { json, author in json.string(author) }
            if let ttlMinutes {
                json.name("ttl_minutes")
                json.integer(ttlMinutes)
            }
            json.name("entries")
            json.array(entries) { json, entry in entry.write(to: &json) }
            if !problems.isEmpty {
                json.name("problems")
                json.array(problems) { json, problem in json.string(problem) }
            }
        }
    }
}

extension ParsedEntry {
    /// Writes one element of the feed's `entries`.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("id")
            json.string(id)
            json.name("title")
            json.string(title)
            json.name("link")
            json.string(link)
            json.name("summary")
            json.string(summary)
            json.name("content")
            json.string(content)
            json.name("author")
            json.string(author)
            json.name("authors")
            json.array(authors) { json, author in json.string(author) }
            json.name("published")
            json.string(published?.iso8601)
            json.name("updated")
            json.string(updated?.iso8601)
            json.name("categories")
            json.array(categories) { json, category in json.string(category) }
            json.name("enclosures")
            json.array(enclosures) { json, enclosure in enclosure.write(to: &json) }
        }
    }
}

extension ParsedEnclosure {
    /// Writes {"url", "type", "length"}.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("url")
            json.string(url)
            json.name("type")
            json.string(type)
            json.name("length")
            json.integer(length)
        }
    }
}
