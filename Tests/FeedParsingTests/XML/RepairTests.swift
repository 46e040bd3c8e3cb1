import FeedParsing
import Testing

@Suite struct RepairTests {
    @Test(arguments: [
        ("<title>a & b</title>", "a & b"), ("<title>a &nbsp; b</title>", "a b"), ("<title>caf&eacute;</title>", "café"),
        ("<title>a < b</title>", "a < b"), ("<title>a <b</title>", "a <b"), ("<title>ab\u{8}cd</title>", "abcd"),
        ("<title>a &unknown; b</title>", "a &unknown; b"), ("<title>&#x999999999;</title>", "\u{FFFD}"),
        ("<title>&#150;</title>", "–"), ("<title>a ]]> b</title>", "a ]]> b"), ("<title foo bar=x>t</title>", "t"),
        ("<title a='1' a='2'>t</title>", "t"), ("<title>a</titel>", "a"), ("<title><![CDATA[a</title>", "a"),
        ("<title>one<!-- x -- y --></title>", "one"), ("<title>\u{FFFF}t</title>", "\u{FFFD}t"),
    ])
    func titles(xml: String, title: String) throws {
        let feed = try parse("<rss><channel><item>\(xml)</item></channel></rss>")
        #expect(feed.entries.map(\.title).first == title)
    }

    @Test func theReasonIsToldWithItsLine() throws {
        let feed = try parse("<?xml version='1.0'?>\n<rss>\n<channel><title>a & b</title></channel></rss>")
        #expect(feed.problems == ["not well-formed: line 3: xmlParseEntityRef: no name"])
    }

    @Test func aCutFeedKeepsWhatCame() throws {
        let whole = rss(
            "<item><title>one</title></item><item><title>two</title><link>https://a.example/2</link><description>half a te"
        )
        let feed = try parse(String(whole.dropLast("</channel></rss>".count)))
        #expect(feed.entries.map(\.title) == ["one", "two"])
        #expect(feed.entries[1].link == "https://a.example/2")
        #expect(feed.entries[1].summary == "half a te")
        #expect(feed.problems.count == 1)
    }

    @Test func aForgottenEndOfAnItem() throws {
        let feed = try parse(rss("<item><title>one</title><item><title>two</title></item>"))
        #expect(feed.entries.map(\.title) == ["one", "two"])
    }

    @Test func htmlWithoutEndTagsInADescription() throws {
        let feed = try parse(
            rss("<item><description>a<br>b<p>c<img src=x.png></description><title>t</title></item>"),
            base: "https://a.example/")
        #expect(feed.entries[0].title == "t")
        #expect(feed.entries[0].summary == "a<br>b<p>c<img src=\"https://a.example/x.png\"></p>")
    }

    @Test func somethingAfterTheEnd() throws {
        let feed = try parse(rss("<item><title>one</title></item>") + "<script>x</script>")
        #expect(feed.entries.map(\.title) == ["one"])
        #expect(feed.problems.count == 1)
    }

    @Test(arguments: ["\n  \n", "Warning: mysql_connect()\n", "\u{FEFF}", "\u{FEFF}\n"])
    func somethingBeforeTheStart(rubbish: String) throws {
        #expect(try parse(rubbish + rss("<item><title>one</title></item>")).entries.map(\.title) == ["one"])
    }

    @Test func bytesOfAnyKindNeverCrash() {
        var state: UInt64 = 42
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33)
        }
        let pieces = [
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&", ";", "&#x", "'", "\"", "=",
            "item", "title", "rss",
            "channel", " ", "xmlns:a", ":", "\u{0}", "한", "<item>", "</item>", "<title>", "<link>", "\u{FFFE}",
            "<!DOCTYPE", "[", "]",
        ]
        for _ in 0..<1000 {
            let text = "<rss><channel>" + (0..<(next() % 60)).map { _ in pieces[next() % pieces.count] }.joined()
            var bytes = Array(text.utf8)
            if next() % 3 == 0 { bytes[next() % bytes.count] = UInt8(next() % 256) }
            _ = try? FeedParser().parse(bytes, contentType: nil, baseURL: "https://a.example/")
        }
    }
}
