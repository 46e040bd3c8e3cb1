import NewsModel

/// Reads JSON Feed 1.0 and 1.1.
struct JSONFeedAdapter {
    let options: FeedParserOptions
    let baseURL: String?

    func feed(_ bytes: [UInt8]) throws(FeedParsingError) -> ParsedFeed {
        var reader = JSONReader(bytes)
        let root: JSONValue
        do {
            root = try reader.document()
        } catch {
            throw FeedParsingError(
                code: .json, message: "the JSON cannot be read: \(error.message) at byte \(error.position)")
        }
        guard case .object = root, let items = root["items"], case .array(let elements) = items else {
            throw FeedParsingError(code: .json, message: "this JSON is no feed: it has no list of items")
        }
        let language = root["language"]?.text
        let link = self.link(root["home_page_url"]?.text)
        let title = root["title"]?.text.flatMap(title)
        let zone = FeedZone.choose(
            options: options, language: language, urls: [baseURL ?? "", link ?? ""], encoding: "utf-8", title: title)
        let authors = names(root)
        let dates = FeedDateParser(zone: zone)
        var feed = ParsedFeed(
            format: .json, version: version(root), title: title, link: link,
            description: root["description"]?.text.flatMap { html($0, isPlain: true) }, language: language,
            authors: authors)
        for element in elements {
            guard case .object = element else { continue }
            feed.entries.append(entry(element, authors, dates))
        }
        if let cut = reader.cut {
            feed.problems.append(
                "the JSON is cut or broken at byte \(cut.position): \(cut.message); the items before that are kept")
        }
        if reader.wasShortened { feed.problems.append("more than 5000 entries; the rest was left out") }
        if reader.wasRepaired { feed.problems.append("the JSON has commas too many") }
        return feed
    }

    private func entry(_ item: JSONValue, _ feedAuthors: [String], _ dates: FeedDateParser) -> ParsedEntry {
        let own = names(item)
        let link = self.link(item["url"]?.text) ?? self.link(item["external_url"]?.text)
        let text = item["content_text"]?.text.flatMap { html($0, isPlain: true) }
        let content =
            item["content_html"]?.text.flatMap { html($0, isPlain: false) } ?? text
        return ParsedEntry(
            id: item["id"]?.text.flatMap(nonEmpty), title: item["title"]?.text.flatMap(title) ?? "", link: link,
            summary: item["summary"]?.text.flatMap { html($0, isPlain: true) } ?? (content == text ? nil : text),
            content: content,
            authors: own.isEmpty ? feedAuthors : own,
            published: item["date_published"]?.text.flatMap { dates.parse($0) },
            updated: item["date_modified"]?.text.flatMap { dates.parse($0) },
            categories: (item["tags"]?.elements ?? []).prefix(200).compactMap { $0.text.flatMap(title) },
            enclosures: (item["attachments"]?.elements ?? []).prefix(200).compactMap(enclosure))
    }

    private func enclosure(_ value: JSONValue) -> ParsedEnclosure? {
        guard let url = link(value["url"]?.text) else { return nil }
        return ParsedEnclosure(
            url: url, type: value["mime_type"]?.text, length: value["size_in_bytes"]?.text.flatMap { Int($0) })
    }

    /// Version 1.1 has a list of authors, 1.0 one author.
    private func names(_ value: JSONValue) -> [String] {
        var people = PersonList()
        let listed = value["authors"].map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
        for author in listed + [value["author"]].compactMap({ $0 }) {
            people.add((author["name"]?.text ?? author.text).flatMap(title), rank: 0)
        }
        return people.names
    }

    private func version(_ root: JSONValue) -> String? {
        guard let text = root["version"]?.text, let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return root["version"]?.text
        }
        return String(text[text.utf8.index(after: slash)...])
    }

    private func title(_ text: String) -> String? {
        nonEmpty(PlainText.title(Array(text.utf8)[...]))
    }

    private func html(_ text: String, isPlain: Bool) -> String? {
        let document = WireDocument()
        let reader = FieldReader(document: document, dates: FeedDateParser(), markup: options.markup)
        return reader.html(Array(text.utf8.prefix(XMLLimits.fieldBytes))[...], base: baseURL ?? "", isPlain: isPlain)
    }

    private func link(_ text: String?) -> String? {
        text.flatMap { FieldReader.webLink($0, base: baseURL ?? "") }
    }

    private func nonEmpty(_ text: String) -> String? {
        text.isEmpty ? nil : text
    }
}
