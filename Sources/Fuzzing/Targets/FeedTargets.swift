import FeedParsing

/// A document through the feed parser: refused, or read, and read the same a second time, within its limits.
protocol FeedTarget: FuzzTarget {
    /// The document that the bytes stand in.
    func document(around bytes: [UInt8]) -> [UInt8]
}

extension FeedTarget {
    func check(_ bytes: [UInt8]) throws(FuzzFinding) {
        let document = document(around: bytes)
        for markup in [FeedParserOptions.Markup.sanitizedHTML, .plainText] {
            let parser = FeedParser(options: FeedParserOptions(markup: markup))
            let first = try? parser.parse(document, contentType: nil, baseURL: "https://wire.example/feed")
            let second = try? parser.parse(document, contentType: nil, baseURL: "https://wire.example/feed")
            try FuzzFinding.unless(first == second, "a second reading gives another feed")
            guard let first else { continue }
            try FuzzFinding.unless(first.entries.count <= 5_000, "more entries than the limit")
            for entry in first.entries {
                try FuzzFinding.unless(!entry.title.utf8.contains(0x0A), "a title of more than one line")
            }
        }
    }
}

/// RSS, RDF, Atom and CDF, well-formed or not.
struct XMLFeedTarget: FeedTarget {
    static let name = "feed-xml"
    static let seeds = [
        "<?xml version=\"1.0\" encoding=\"euc-kr\"?><rss version=\"2.0\"><channel><title>t</title><item><title>a &amp;amp; b</title></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/a/\"><entry><title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><b>x</b></div></title><link href=\"../b\"/></entry></feed>",
        "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><description><![CDATA[<p>x<script>y</script>]]>&a;</description>",
    ].map { Array($0.utf8) }

    init() {}

    func document(around bytes: [UInt8]) -> [UInt8] { bytes }
}

/// JSON Feed, whole, cut or broken.
struct JSONFeedTarget: FeedTarget {
    static let name = "feed-json"
    static let seeds = [
        #"{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":1,"content_html":"<p>a</p>","url":"/x"}]}"#,
        #"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a\ud83d\ude00"},{"id":"2","ti"#,
        #"{"items":[],"authors":[{"name":"가"}],}"#,
    ].map { Array($0.utf8) }

    init() {}

    func document(around bytes: [UInt8]) -> [UInt8] { bytes }
}

/// The date of an entry.
struct DateTarget: FeedTarget {
    static let name = "date"
    static let seeds = [
        "Wed, 25 Nov 2026 09:00:00 KST", "2026-11-25T09:00:00.123+09:00", "2026년 11월 25일 오후 2:05", "1795600800",
        "25 Nov 26 24:00 EST",
    ].map { Array($0.utf8) }

    init() {}

    func document(around bytes: [UInt8]) -> [UInt8] {
        Array("<rss><channel><item><title>x</title><pubDate>".utf8) + bytes.filter { $0 != UInt8(ascii: "<") }
            + Array("</pubDate></item></channel></rss>".utf8)
    }
}

/// The link of an entry, against a base.
struct URLTarget: FeedTarget {
    static let name = "url"
    static let seeds = [
        "https://user@news.example:8443/a/../b?c=d#e", "//news.example/./%7ea", "../../../x", "javascript:alert(1)",
        "http://[::1]/ 가",
    ].map { Array($0.utf8) }

    init() {}

    func document(around bytes: [UInt8]) -> [UInt8] {
        Array("<rss><channel><item><title>x</title><link>".utf8) + bytes.filter { $0 != UInt8(ascii: "<") }
            + Array("</link></item></channel></rss>".utf8)
    }
}
