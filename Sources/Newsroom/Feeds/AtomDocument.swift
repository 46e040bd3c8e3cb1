import NewsModel

/// Atom 1.0.
enum AtomDocument {
    static func write(
        _ feed: DemoFeed, _ entries: [FeedDocument.Entry], base: String, start: Timestamp
    ) -> FeedDocument {
        let items = entries.map(entry).joined(separator: "\n")
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
            <title>\(MarkupText.escaped(feed.title))</title>
            <id>\(base)\(feed.path)</id>
            <link rel="self" href="\(base)\(feed.path)"/>
            <link rel="alternate" href="\(base)/\(feed.name)/"/>
            <updated>\((entries.map(\.date).max() ?? start).iso8601)</updated>
            \(items)
            </feed>

            """
        return FeedDocument(text: text, contentType: "application/atom+xml; charset=utf-8")
    }

    private static func entry(_ entry: FeedDocument.Entry) -> String {
        """
        <entry>
        <title>\(MarkupText.escaped(entry.article.title))</title>
        <id>\(entry.link)</id>
        <link rel="alternate" href="\(entry.link)"/>
        <author><name>\(MarkupText.escaped(entry.article.author))</name></author>
        <published>\(entry.date.iso8601)</published>
        <updated>\(entry.date.iso8601)</updated>
        <content type="html">\(MarkupText.escaped(MarkupText.paragraphs(entry.article)))</content>
        </entry>
        """
    }
}
