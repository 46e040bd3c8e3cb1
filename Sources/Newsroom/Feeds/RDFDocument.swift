import NewsModel

/// RSS 1.0 (RDF); its entries hold a title and a link and no text.
enum RDFDocument {
    static func write(_ feed: DemoFeed, _ entries: [FeedDocument.Entry], base: String) -> FeedDocument {
        let list = entries.map { "<rdf:li rdf:resource=\"\($0.link)\"/>" }.joined(separator: "\n")
        let items = entries.map(item).joined(separator: "\n")
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="\(base)\(feed.path)">
            <title>\(MarkupText.escaped(feed.title))</title>
            <link>\(base)/\(feed.name)/</link>
            <description>\(MarkupText.escaped(feed.title)) (sample newsroom)</description>
            <items><rdf:Seq>
            \(list)
            </rdf:Seq></items>
            </channel>
            \(items)
            </rdf:RDF>

            """
        return FeedDocument(text: text, contentType: "application/rdf+xml; charset=UTF-8")
    }

    private static func item(_ entry: FeedDocument.Entry) -> String {
        """
        <item rdf:about="\(entry.link)">
        <title>\(MarkupText.escaped(entry.article.title))</title>
        <link>\(entry.link)</link>
        <dc:creator>\(MarkupText.escaped(entry.article.author))</dc:creator>
        <dc:date>\(entry.date.iso8601)</dc:date>
        </item>
        """
    }
}
