import NewsModel

/// Makes a `ParsedFeed` of a wire document by the rules of its format.
struct XMLFeedAdapter {
    let document: WireDocument
    let options: FeedParserOptions
    let encoding: String

    func feed() throws(FeedParsingError) -> ParsedFeed {
        let format = try format()
        var reader = FieldReader(document: document, dates: FeedDateParser(), markup: options.markup)
        var draft = FeedDraft()
        draft.read(reader)
        let zone = FeedZone.choose(
            options: options, language: draft.language.value, urls: [document.bases[0], draft.link.value ?? ""],
            encoding: encoding, title: draft.title.value)
        reader = FieldReader(document: document, dates: FeedDateParser(zone: zone), markup: options.markup)
        draft.readDates(reader)
        let authors = draft.people.names
        var entries: [ParsedEntry] = []
        entries.reserveCapacity(document.entries.count)
        for entry in document.entries {
            let entryDraft =
                switch format {
                case .atom, .atom03: AtomEntry.draft(entry, reader)
                case .cdf: CDFEntry.draft(entry, reader)
                default: RSSEntry.draft(entry, reader)
                }
            entries.append(entryDraft.finished(authors: authors))
        }
        var feed = ParsedFeed(
            format: format, version: version(format), encoding: encoding, title: draft.title.value,
            link: draft.link.value,
            description: draft.description.value, language: draft.language.value, updated: draft.updated.value,
            authors: authors, ttlMinutes: draft.ttlMinutes, entries: entries, problems: document.problems)
        feed.quietHours = draft.quietHours
        return feed
    }

    private func format() throws(FeedParsingError) -> ParsedFeed.Format {
        switch document.root {
        case .rss: return document.version?.hasPrefix("0.9") == true ? .rss09x : .rss2
        case .rdf: return .rss1
        case .atom: return document.isAtom03 || document.version == "0.3" ? .atom03 : .atom
        case .cdf: return document.attributes.contains { $0.name.tag == .href || $0.name.tag == .base } ? .cdf : .rss2
        case .html:
            throw FeedParsingError(code: .html, message: "a web page came in place of a feed")
        case .other:
            guard !document.entries.isEmpty else {
                throw FeedParsingError(
                    code: .notAFeed, message: "this XML is no feed: it holds neither a channel nor entries")
            }
            return .rss2
        }
    }

    private func version(_ format: ParsedFeed.Format) -> String? {
        switch format {
        case .rss2, .rss09x: document.version ?? "2.0"
        case .rss1: "1.0"
        case .atom: "1.0"
        case .atom03: "0.3"
        case .json, .cdf: document.version
        }
    }
}
