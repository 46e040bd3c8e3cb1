import FeedParsing
import NewsModel
import Testing

@Suite struct FeedErrors {
    @Test(arguments: [
        ("", FeedParsingError.Code.empty, "the answer is empty"), ("  \n", .empty, "the answer is empty"),
        ("just words", .unknownFormat, "this is no feed: neither XML nor JSON"),
        ("<!DOCTYPE html><html><body>login</body></html>", .html, "a web page came in place of a feed"),
        ("<?xml version='1.0'?><html><body>login</body></html>", .html, "a web page came in place of a feed"),
        ("<opml><body/></opml>", .notAFeed, "this XML is no feed: it holds neither a channel nor entries"),
        ("<!-- only a comment -->", .unknownFormat, "this is no feed: it holds no XML element"),
    ])
    func whatIsNoFeedIsSaidInPlainWords(text: String, code: FeedParsingError.Code, message: String) {
        #expect(throws: FeedParsingError(code: code, message: message)) { try parse(text) }
    }

    @Test func aPageNamesItsFeeds() {
        let page = """
            <!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">
            <link rel="stylesheet" href="x.css"><link type='application/feed+json' href='https://b.example/f.json'></head></html>
            """
        let feeds = ["https://a.example/rss?a=1&b=2", "https://b.example/f.json"]
        let error = FeedParsingError(
            code: .html, message: "a web page came in place of a feed; it names \(feeds[0]), \(feeds[1])",
            alternatives: feeds)
        #expect(throws: error) { try parse(page, base: "https://a.example/page") }
        #expect(!error.isTransient)
        #expect(error.description == error.message)
    }
}

@Suite struct FeedCharsets {
    private static let title: [UInt8] = [0xC7, 0xD1, 0xB1, 0xB9, 0x81, 0x41]

    private func feed(_ head: String, contentType: String? = nil, charset: String? = nil) throws -> ParsedFeed {
        let bytes = Array((head + "<rss><channel><title>").utf8) + Self.title + Array("</title></channel></rss>".utf8)
        return try FeedParser(options: .init(charset: charset)).parse(bytes, contentType: contentType, baseURL: nil)
    }

    @Test func declaredByTheDocument() throws {
        let feed = try feed("<?xml version=\"1.0\" encoding=\"euc-kr\"?>")
        #expect(feed.title == "한국갂")
        #expect(feed.encoding == "euc-kr")
        #expect(feed.problems.isEmpty)
    }

    @Test func declaredByTheServer() throws {
        #expect(try feed("", contentType: "text/xml; charset=ks_c_5601-1987").title == "한국갂")
    }

    @Test func declaredByTheUser() throws {
        #expect(try feed("<?xml version=\"1.0\" encoding=\"utf-8\"?>", charset: "cp949").title == "한국갂")
    }

    @Test func declaredWrongly() throws {
        let feed = try feed("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        #expect(feed.title == "한국갂")
        #expect(feed.problems == ["declared as utf-8, but the bytes are euc-kr"])
    }

    @Test(arguments: [true, false])
    func utf16(marked: Bool) throws {
        let text =
            (marked ? "\u{FEFF}" : "")
            + "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><channel><title>한국</title></channel></rss>"
        let bytes = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let feed = try FeedParser().parse(bytes, contentType: "application/xml", baseURL: nil)
        #expect(feed.title == "한국")
        #expect(feed.encoding == "utf-16le")
        #expect(feed.problems.isEmpty)
    }
}

@Suite struct FeedZones {
    private func published(
        _ channel: String, base: String? = nil, zone: String? = nil, date: String = "2026-11-23 09:05"
    ) throws -> Timestamp? {
        let feed = try parse(
            rss("<item><pubDate>\(date)</pubDate></item>", channel: channel), base: base, options: .init(timeZone: zone)
        )
        return feed.entries[0].published
    }

    private let korean = moment("2026-11-23T00:05:00Z")
    private let universal = moment("2026-11-23T09:05:00Z")

    @Test func aDateWithoutZoneIsReadInTheFeedsZone() throws {
        #expect(try published("") == universal)
        #expect(try published("<language>ko</language>") == korean)
        #expect(try published("<language>ko-KR</language>") == korean)
        #expect(try published("<link>https://news.example.kr/</link>") == korean)
        #expect(try published("", base: "https://news.example.co.kr:8080/rss") == korean)
        #expect(try published("", base: "https://news.example.com/a.kr") == universal)
        #expect(try published("<language>ko</language>", zone: "UTC") == universal)
        #expect(try published("", zone: "Asia/Seoul") == korean)
        #expect(try published("", zone: "America/New_York") == moment("2026-11-23T14:05:00Z"))
        #expect(try published("", zone: "+05:30") == moment("2026-11-23T03:35:00Z"))
    }

    @Test func aStatedZoneIsOverTheFeeds() throws {
        #expect(try published("<language>ko</language>", date: "2026-11-23T09:05:00Z") == universal)
    }
}

@Suite struct FeedForms {
    @Test func plainTextInTheSamePass() throws {
        let entry = try item(
            "<description>&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;Three&lt;/p&gt;</description>",
            options: .init(markup: .plainText))
        #expect(entry.summary == "One & two\nThree")
    }

    @Test func json() throws {
        let feed = try parse(
            rss(
                """
                <item><title>One</title><link>https://a.example/1</link><pubDate>Mon, 23 Nov 2026 14:05:00 GMT</pubDate>
                <enclosure url="https://a.example/a.mp3"/><category>c</category></item>
                """))
        var json = JSONWriter()
        feed.write(to: &json)
        #expect(
            json.text == """
                {"format":"rss2","version":"2.0","encoding":"utf-8","title":"Harbor Wire","link":null,"description":null,"language":null,\
                "updated":null,"authors":[],"entries":[{"id":null,"title":"One","link":"https://a.example/1","summary":null,\
                "content":null,"author":null,"authors":[],"published":"2026-11-23T14:05:00Z","updated":null,"categories":["c"],\
                "enclosures":[{"url":"https://a.example/a.mp3","type":null,"length":null}]}]}
                """)
        feed.write(to: &json)
    }

    @Test func problemsShowInJSON() throws {
        var json = JSONWriter()
        try parse("<rss><channel><title>a & b</title></channel></rss>").write(to: &json)
        #expect(
            json.text.hasSuffix(
                "\"entries\":[],\"problems\":[\"not well-formed: line 1: xmlParseEntityRef: no name\"]}"))
    }
}

@Suite struct FeedMarkup {
    @Test func asWritten() throws {
        let html = "<p onclick=x>a</p>"
        let entry = try item("<description><![CDATA[ \(html) ]]></description>", options: .init(markup: .asWritten))
        #expect(entry.summary == html)
        #expect(try item("<description><![CDATA[\(html)]]></description>").summary == "<p>a</p>")
    }
}
