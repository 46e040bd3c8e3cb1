import FeedParsing
import NewsModel

/// Reads a feed that a test holds as text.
func parse(
    _ text: String, contentType: String? = nil, base: String? = nil, options: FeedParserOptions = .init()
) throws(FeedParsingError) -> ParsedFeed {
    try FeedParser(options: options).parse(Array(text.utf8), contentType: contentType, baseURL: base)
}

/// An RSS 2.0 feed around some items.
func rss(_ items: String, channel: String = "") -> String {
    """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
      xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><title>Harbor Wire</title>\(channel)\(items)</channel></rss>
    """
}

/// An Atom 1.0 feed around some entries.
func atom(_ entries: String, feed: String = "") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor Wire</title>\(feed)\(entries)</feed>
    """
}

/// The only entry of an RSS feed whose item holds `fields`.
func item(_ fields: String, base: String? = nil, options: FeedParserOptions = .init()) throws -> ParsedEntry {
    let feed = try parse(rss("<item>\(fields)</item>"), base: base, options: options)
    return feed.entries[0]
}

func moment(_ iso: String) -> Timestamp? {
    Timestamp(iso8601: iso)
}
