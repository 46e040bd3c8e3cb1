import FeedParsing
import NewsModel
import Testing

@Suite("OPML")
struct OPMLTests {
    private func read(_ text: String) throws -> OPMLDocument {
        try OPMLReader.read(Array(text.utf8))
    }

    @Test("nested folders, attributes in any case, text before title, page, settings")
    func reads() throws {
        let document = try read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0" xmlns:n="urn:newsward:feed">
              <head><title>내 &amp; feeds</title></head>
              <body>
                <outline text="한국">
                  <outline title="증권 / 금융">
                    <outline type="rss" text="가람일보" title="other" xmlUrl="https://a.example/rss?x=1&amp;y=2"
                             htmlUrl="https://a.example/" n:rank="2" n:later="x"/>
                  </outline>
                  <outline TEXT="B" XMLURL=" http://b.example/feed "/>
                </outline>
                <outline title="C" xmlurl="feed://c.example/rss"><outline text="inner" xmlUrl="https://d.example/"/></outline>
              </body>
            </opml>
            """)
        #expect(document.version == .one && document.title == "내 & feeds" && document.problems.isEmpty)
        #expect(
            document.feeds == [
                OPMLFeed(
                    url: "https://a.example/rss?x=1&y=2", title: "가람일보", page: "https://a.example/",
                    folder: ["한국", "증권 / 금융"], settings: ["rank": "2", "later": "x"], line: 8),
                OPMLFeed(url: "http://b.example/feed", title: "B", folder: ["한국"], line: 10),
                OPMLFeed(url: "http://c.example/rss", title: "C", line: 12),
                OPMLFeed(url: "https://d.example/", title: "inner", line: 12),
            ])
    }

    @Test("what is no feed of the web is passed over, with its line")
    func passesOver() throws {
        let document = try read(
            """
            <opml version="2.0"><body>
            <outline text="run" xmlUrl="exec:rm -rf /"/>
            <outline text="more" type="include" url="https://a.example/list.opml"/>
            <outline text="old" isComment="true"><outline text="x" xmlUrl="https://x.example/"/></outline>
            <outline text="no address" type="rss"/>
            <outline text="empty folder"/>
            <outline xmlUrl="https://y.example/"/>
            </body></opml>
            """)
        #expect(document.feeds.map(\.url) == ["https://y.example/"])
        #expect(document.feeds[0].title.isEmpty && document.feeds[0].folder.isEmpty)
        #expect(
            document.problems == [
                "line 2: xmlUrl must be an http or https address; it was passed over",
                "line 3: an outline that only links to another document was passed over",
                "line 5: a feed without xmlUrl was passed over",
            ])
    }

    @Test(
        "what is not well-formed is refused with its line",
        arguments: [
            ("<opml version='2.0'>\n<body>\n<outline text='a>\n</body></opml>", 3, "a < inside a tag"),
            (
                "<opml>\n<body>\n<outline xmlUrl='http://a.example/?a=1&b=2'/>\n</body></opml>", 3,
                "EntityRef: expecting ';'"
            ),
            ("\n\n<opml>\n<body>\n</opml>", 5, "Opening and ending tag mismatch: body line 2 and opml"),
            ("<opml><body>\n<outline text='&who;'/></body></opml>", 2, "Entity 'who' not defined"),
            ("<rss version='2.0'><channel/></rss>", 1, "this is no OPML: its root element is <rss>"),
            ("hello", 1, "it holds no XML element"), ("", 1, "it holds no XML element"),
            (
                "<!DOCTYPE opml [<!ENTITY a 'b'>]>\n<opml/>", 1,
                "its document type has declarations of its own, which are not read"
            ),
            ("<opml>\n<body", 2, "it ends inside a tag"),
        ])
    func refused(text: String, line: Int, message: String) {
        #expect(throws: OPMLError(line: line, message: message)) { try read(text) }
    }

    @Test("other character sets are read; depth and attributes have limits")
    func limits() throws {
        // "가" in EUC-KR is B0 A1.
        let korean =
            Array(
                "<?xml version=\"1.0\" encoding=\"euc-kr\"?><opml><body><outline xmlUrl=\"http://a.example/\" text=\""
                    .utf8)
            + [0xB0, 0xA1] + Array("\"/></body></opml>".utf8)
        #expect(try OPMLReader.read(korean).feeds.map(\.title) == ["가"])
        let deep = String(repeating: "<outline text='x'>", count: 200) + String(repeating: "</outline>", count: 200)
        #expect(throws: OPMLError(line: 1, message: "nested deeper than 100 elements")) {
            try read("<opml><body>\(deep)</body></opml>")
        }
        let wide = (0..<65).map { " a\($0)='1'" }.joined()
        #expect(throws: OPMLError(line: 1, message: "more than 64 attributes")) {
            try read("<opml><body><outline\(wide)/></body></opml>")
        }
    }

    @Test("what is written is read back as it was", arguments: OPMLDocument.Version.allCases)
    func roundTrip(version: OPMLDocument.Version) throws {
        let feeds = [
            OPMLFeed(url: "https://a.example/?a=1&b=\"2\"", title: "<가> & \"나\"\t줄\n끝", page: "https://a.example/"),
            OPMLFeed(
                url: "https://b.example/", title: "B", folder: ["한국", "증권"], settings: ["rank": "1", "interval": "60s"]),
            OPMLFeed(url: "https://c.example/", title: "C", folder: ["한국"]),
            OPMLFeed(url: "https://d.example/", title: "D", folder: ["World & <co>"]),
            OPMLFeed(url: "https://e.example/", title: "E", folder: ["한국", "증권"]),
        ]
        let document = OPMLDocument(version: version, title: "My feeds", feeds: feeds)
        let text = OPMLWriter.text(document, created: Timestamp(seconds: 1_795_569_530))
        #expect(text.contains("<dateCreated>Wed, 25 Nov 2026 01:18:50 GMT</dateCreated>"))
        #expect(text.contains("<opml version=\"\(version.rawValue)\""))
        var back = try read(text)
        #expect(back.problems.isEmpty)
        for index in back.feeds.indices { back.feeds[index].line = 0 }
        // Folders gather their feeds; blanks of a title are evened, as in every title.
        var expected = document
        expected.feeds[0].title = "<가> & \"나\" 줄 끝"
        expected.feeds = [0, 1, 4, 2, 3].map { expected.feeds[$0] }
        #expect(back == expected)
        #expect(OPMLWriter.text(back, created: Timestamp(seconds: 0)).contains("Thu, 01 Jan 1970 00:00:00 GMT"))
    }
}
