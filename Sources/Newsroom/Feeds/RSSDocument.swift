import NewsModel

/// RSS 2.0, with `content:encoded` where the feed carries full text.
enum RSSDocument {
    static func write(_ feed: DemoFeed, _ entries: [FeedDocument.Entry], base: String) -> FeedDocument {
        let charset = feed.isEUCKR ? "EUC-KR" : "UTF-8"
        let items = entries.map { item($0, feed) }.joined(separator: "\n")
        let text = """
            <?xml version="1.0" encoding="\(charset)"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
            <title>\(MarkupText.escaped(feed.title))</title>
            <link>\(base)/\(feed.name)/</link>
            <description>\(MarkupText.escaped(feed.title)) (sample newsroom)</description>
            <language>ko</language>
            \(items)
            </channel>
            </rss>

            """
        return FeedDocument(text: text, contentType: "application/rss+xml; charset=\(charset)", isEUCKR: feed.isEUCKR)
    }

    private static func item(_ entry: FeedDocument.Entry, _ feed: DemoFeed) -> String {
        let full =
            feed.content == .fullText
            ? "<content:encoded><![CDATA[\(MarkupText.paragraphs(entry.article))]]></content:encoded>" : ""
        return """
            <item>
            <title>\(MarkupText.escaped(entry.article.title))</title>
            <link>\(entry.link)</link>
            <guid isPermaLink="true">\(entry.link)</guid>
            <dc:creator>\(MarkupText.escaped(entry.article.author))</dc:creator>
            <pubDate>\(RFC822Date.text(entry.date))</pubDate>
            <description><![CDATA[\(MarkupText.escaped(entry.summary))]]></description>\(full)
            </item>
            """
    }
}

/// Dates as RSS writes them.
enum RFC822Date {
    static func text(_ moment: Timestamp) -> String {
        let date = CalendarDate(utc: moment)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = days[Int(moment.seconds / 86_400) % 7]
        return
            "\(day), \(two(date.day)) \(months[date.month - 1]) \(date.year) \(two(date.hour)):\(two(date.minute)):\(two(date.second)) GMT"
    }
}
