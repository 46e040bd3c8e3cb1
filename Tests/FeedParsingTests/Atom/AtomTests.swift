import FeedParsing
import NewsModel
import Testing

@Suite struct AtomTests {
    @Test func everyField() throws {
        let feed = try parse(
            atom(
                """
                <entry><title>Reactor restarted</title><id>tag:h,1</id><link href="/a"/><link rel="enclosure" href="/a.mp3" length="7"/>
                <published>2026-11-23T14:05:00Z</published><updated>2026-11-23T23:06:00+09:00</updated>
                <author><name>Kim</name><email>k@h.example</email></author><author><name>Lee</name></author>
                <category term="energy" label="Energy"/><summary>Short</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content></entry>
                """,
                feed: """
                    <subtitle>News</subtitle><link href="https://h.example/"/><link rel="self" href="https://h.example/f"/>
                    <updated>2026-11-23T15:00:00Z</updated><author><name>Desk</name></author>
                    """), base: "https://h.example/f")
        #expect(feed.format == .atom)
        #expect(feed.link == "https://h.example/")
        #expect(feed.description == "News")
        #expect(feed.updated == moment("2026-11-23T15:00:00Z"))
        #expect(feed.authors == ["Desk"])
        let entry = feed.entries[0]
        #expect(entry.title == "Reactor restarted")
        #expect(entry.id == "tag:h,1")
        #expect(entry.link == "https://h.example/a")
        #expect(entry.published == moment("2026-11-23T14:05:00Z"))
        #expect(entry.updated == moment("2026-11-23T14:06:00Z"))
        #expect(entry.authors == ["Kim", "Lee"])
        #expect(entry.categories == ["energy", "Energy"])
        #expect(entry.summary == "Short")
        #expect(entry.content == "<p>Long</p>")
        #expect(entry.enclosures == [ParsedEnclosure(url: "https://h.example/a.mp3", length: 7)])
    }

    @Test(arguments: [
        ("<title>1 &lt; 2 &lt;b&gt;</title>", "1 < 2 <b>"), ("<title type=\"text\">a  b</title>", "a b"),
        ("<title type=\"html\">&lt;b&gt;bold&lt;/b&gt; &amp;amp; more</title>", "bold & more"),
        (
            "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">a <b>b</b> &lt;i&gt;</div></title>",
            "a b <i>"
        ),
        ("<title>AT&amp;amp;T</title>", "AT&T"), ("<title type=\"application/x\">plain</title>", "plain"),
    ])
    func titles(xml: String, title: String) throws {
        #expect(try parse(atom("<entry>\(xml)</entry>")).entries[0].title == title)
    }

    @Test func xhtmlContentIsKeptAndCleaned() throws {
        let feed = try parse(
            atom(
                """
                <entry><content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p onclick="x()">a &lt; b &amp;amp;</x:p>
                <x:script>bad()</x:script></x:div></content></entry>
                """))
        #expect(feed.entries[0].content == "<div><p>a &lt; b &amp;amp;</p>\n</div>")
    }

    @Test func plainTextIsEscaped() throws {
        let feed = try parse(atom("<entry><summary>1 &lt; 2 &amp; 3</summary></entry>"))
        #expect(feed.entries[0].summary == "1 &lt; 2 &amp; 3")
    }

    @Test func linksWithoutRelationAreTheArticle() throws {
        let feed = try parse(
            atom(
                "<entry><link rel=\"related\" href=\"https://h.example/r\"/><link href=\"https://h.example/a\"/></entry>"
            ))
        #expect(feed.entries[0].link == "https://h.example/a")
    }

    @Test func anIdCanStandInForTheLink() throws {
        #expect(try parse(atom("<entry><id>https://h.example/1</id></entry>")).entries[0].link == "https://h.example/1")
        #expect(try parse(atom("<entry><id>urn:1</id></entry>")).entries[0].link == nil)
        #expect(
            try parse(atom("<entry><content src=\"https://h.example/c\"/></entry>")).entries[0].link
                == "https://h.example/c")
    }

    @Test func theSourcesFieldsAreNotTheEntrys() throws {
        let feed = try parse(
            atom(
                "<entry><source><title>Other</title><id>o</id><link href=\"https://o.example/\"/></source><title>Own</title></entry>"
            ))
        #expect(feed.entries[0].title == "Own")
        #expect(feed.entries[0].id == nil)
        #expect(feed.entries[0].link == nil)
    }

    @Test func aLoneEntryIsAFeed() throws {
        let feed = try parse("<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>Alone</title></entry>")
        #expect(feed.format == .atom)
        #expect(feed.entries.map(\.title) == ["Alone"])
    }

    @Test func atom03() throws {
        let feed = try parse(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="ko"><title mode="escaped" type="text/html">&lt;b&gt;항만&lt;/b&gt;</title>
            <tagline>뉴스</tagline><modified>2026-11-23T00:00:00Z</modified>
            <entry><title mode="base64">7ZWt66eM</title><issued>2026-11-23T09:00:00</issued><created>2020-01-01T00:00:00Z</created>
            <content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>
            """)
        #expect(feed.format == .atom03)
        #expect(feed.version == "0.3")
        #expect(feed.title == "항만")
        #expect(feed.description == "뉴스")
        #expect(feed.updated == moment("2026-11-23T00:00:00Z"))
        #expect(feed.entries[0].title == "항만")
        #expect(feed.entries[0].published == moment("2026-11-23T00:00:00Z"))
        #expect(feed.entries[0].content == "<p>x</p>")
    }
}
