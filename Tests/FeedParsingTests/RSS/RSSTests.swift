import FeedParsing
import NewsModel
import Testing

@Suite struct RSSFeedTests {
    @Test func everyFieldOfTheChannel() throws {
        let feed = try parse(
            rss(
                "<item><title>One</title></item>",
                channel: """
                    <link>https://harbor.example/</link><description>Ports &amp;amp; ships</description>
                    <language>en-gb</language><lastBuildDate>Mon, 23 Nov 2026 14:05:00 GMT</lastBuildDate><ttl>30</ttl>
                    <managingEditor>desk@harbor.example (The Desk)</managingEditor>
                    <atom:link href="https://harbor.example/rss" rel="self"/><image><title>Logo</title><link>x</link></image>
                    """))
        #expect(feed.format == .rss2)
        #expect(feed.version == "2.0")
        #expect(feed.title == "Harbor Wire")
        #expect(feed.link == "https://harbor.example/")
        #expect(feed.description == "Ports &amp; ships")
        #expect(feed.language == "en-gb")
        #expect(feed.updated == moment("2026-11-23T14:05:00Z"))
        #expect(feed.ttlMinutes == 30)
        #expect(feed.authors == ["The Desk"])
        #expect(feed.entries.map(\.title) == ["One"])
        #expect(feed.entries[0].authors == ["The Desk"])
        #expect(feed.problems.isEmpty)
    }

    @Test(arguments: [("0.91", ParsedFeed.Format.rss09x), ("0.92", .rss09x), ("2.0", .rss2), ("2.0.1", .rss2)])
    func versions(version: String, format: ParsedFeed.Format) throws {
        let feed = try parse("<rss version=\"\(version)\"><channel><title>a</title></channel></rss>")
        #expect(feed.format == format)
        #expect(feed.version == version)
    }

    @Test func anOldDoctypeIsNoObstacle() throws {
        let feed = try parse(
            """
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">
            <rss version="0.91"><channel><title>Caf&eacute;</title><item><title>&copy; 1999</title></item></channel></rss>
            """)
        #expect(feed.title == "Café")
        #expect(feed.entries.map(\.title) == ["© 1999"])
    }

    @Test func updatePeriodIsATimeToLive() throws {
        let feed = try parse(
            """
            <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>t</title>
            <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel></rss>
            """)
        #expect(feed.ttlMinutes == 15)
    }

    @Test func skipHoursAndDaysAreReadAndTheirTextIsNoField() throws {
        let feed = try parse(
            """
            <rss version="2.0"><channel><title>t</title><skipHours><hour>0</hour><hour>24</hour><hour>23</hour>
            <hour>25</hour><hour>x</hour></skipHours><skipDays><day>Saturday</day><day>SUNDAY</day><day>8</day></skipDays>
            <item><title>one</title></item></channel></rss>
            """)
        #expect(feed.quietHours.hours == [0, 23])
        #expect(feed.quietHours.days == [5, 6])
        #expect(feed.title == "t" && feed.entries.map(\.title) == ["one"])
    }

    @Test func aFeedWithoutTitleIsNamedByItsLink() throws {
        let feed = try parse("<rss><channel><link>https://a.example/</link></channel></rss>")
        #expect(feed.title == "https://a.example/")
    }
}

@Suite struct RSSItemTests {
    @Test func everyFieldOfAnItem() throws {
        let entry = try item(
            """
            <title>Vessel runs aground</title><link>https://harbor.example/a?x=1&amp;y=2</link>
            <guid isPermaLink="false">urn:a:1</guid><pubDate>Mon, 23 Nov 2026 23:05:00 +0900</pubDate>
            <description>Short</description><content:encoded><![CDATA[<p>Long <b>text</b></p>]]></content:encoded>
            <author>kim@harbor.example (Kim Min)</author><dc:creator>Lee Ara</dc:creator>
            <category>Shipping</category><category>Shipping</category><dc:subject>Insurance</dc:subject>
            <enclosure url="https://harbor.example/a.mp3" type="audio/mpeg" length="1234"/>
            """)
        #expect(entry.title == "Vessel runs aground")
        #expect(entry.link == "https://harbor.example/a?x=1&y=2")
        #expect(entry.id == "urn:a:1")
        #expect(entry.published == moment("2026-11-23T14:05:00Z"))
        #expect(entry.summary == "Short")
        #expect(entry.content == "<p>Long <b>text</b></p>")
        #expect(entry.author == "Kim Min")
        #expect(entry.authors == ["Kim Min", "Lee Ara"])
        #expect(entry.categories == ["Shipping", "Insurance"])
        #expect(
            entry.enclosures == [ParsedEnclosure(url: "https://harbor.example/a.mp3", type: "audio/mpeg", length: 1234)]
        )
    }

    @Test(
        arguments: [
            ("<guid>https://a.example/1</guid>", "https://a.example/1"),
            ("<guid isPermaLink=\"true\">https://a.example/1</guid>", "https://a.example/1"),
            ("<guid isPermaLink=\"false\">https://a.example/1</guid>", nil), ("<guid>tag:a,1</guid>", nil),
            ("<link>https://a.example/2</link><guid>https://a.example/1</guid>", "https://a.example/2"),
            ("<atom:link href=\"https://a.example/3\"/><guid>https://a.example/1</guid>", "https://a.example/3"),
            ("<atom:link rel=\"self\" href=\"https://a.example/3\"/>", nil),
            ("<link/><link href=\"https://a.example/4\"/>", "https://a.example/4"),
            ("<link>  https://a.example/a b </link>", "https://a.example/a%20b"),
            ("<link>javascript:alert(1)</link>", nil),
            ("<enclosure url=\" \"/><enclosure url=\"https://a.example/x.mp3\"/>", "https://a.example/x.mp3"),
        ] as [(String, String?)])
    func links(fields: String, link: String?) throws {
        #expect(try item("<title>t</title>" + fields).link == link)
    }

    @Test(arguments: [
        ("<title>a</title><media:title>b</media:title><dc:title>c</dc:title>", "a"),
        ("<media:title>b</media:title><dc:title>c</dc:title>", "c"), ("<media:title>b</media:title>", "b"),
        ("<itunes:title>d</itunes:title>", "d"), ("<TITLE>e</TITLE>", "e"),
    ])
    func titlesOfModulesStepIn(fields: String, title: String) throws {
        #expect(try item(fields).title == title)
    }

    @Test func anItemWithoutTitleIsNamedByItsTextOrLink() throws {
        #expect(try item("<description>&lt;p&gt;First words&lt;/p&gt;</description>").title == "First words")
        #expect(try item("<link>https://a.example/1</link>").title == "https://a.example/1")
        let long = try item("<description>\(String(repeating: "가", count: 300))</description>").title
        #expect(long == String(repeating: "가", count: 100) + "…")
    }

    @Test func mediaAndPodcastFields() throws {
        let entry = try item(
            """
            <media:group><media:content url="https://a.example/v.mp4" type="video/mp4" fileSize="9"/>
            <media:title>In the group</media:title><media:description>Seen</media:description></media:group>
            <itunes:author>Han</itunes:author><itunes:keywords>oil, gas</itunes:keywords>
            """)
        #expect(entry.title == "In the group")
        #expect(entry.summary == "Seen")
        #expect(entry.authors == ["Han"])
        #expect(entry.categories == ["oil", "gas"])
        #expect(entry.enclosures == [ParsedEnclosure(url: "https://a.example/v.mp4", type: "video/mp4", length: 9)])
    }

    @Test func theSourceOfAnItemIsNotTheItem() throws {
        let entry = try item("<source url=\"https://b.example/\"><title>Other</title></source><title>Own</title>")
        #expect(entry.title == "Own")
    }

    @Test func unknownNamespacesArePassedOver() throws {
        let feed = try parse(
            "<rss xmlns:x=\"urn:x\"><channel><item><x:title>no</x:title><title>yes</title><geo:lat>1</geo:lat></item></channel></rss>"
        )
        #expect(feed.entries[0].title == "yes")
    }

    @Test func aPrefixThatNobodyDeclaredIsUnderstood() throws {
        let feed = try parse(
            "<rss><channel><item><content:encoded>full</content:encoded><dc:creator>Yoon</dc:creator></item></channel></rss>"
        )
        #expect(feed.entries[0].content == "full")
        #expect(feed.entries[0].authors == ["Yoon"])
    }

    @Test func inlineMarkupIsKeptAsMarkup() throws {
        let entry = try item(
            "<description>One <b>two</b> <a href=\"/x\">three</a></description>", base: "https://a.example/f")
        #expect(entry.summary == "One <b>two</b> <a href=\"https://a.example/x\">three</a>")
    }

    @Test func xmlBaseMakesLinksAbsolute() throws {
        let feed = try parse(
            "<rss xml:base=\"https://a.example/sub/\"><channel><item xml:base=\"deep/\"><link>x.html</link></item></channel></rss>"
        )
        #expect(feed.entries[0].link == "https://a.example/sub/deep/x.html")
    }

    @Test(arguments: [
        ("Kim Min", "Kim Min"), ("a@b.example", "a@b.example"), ("a@b.example (Kim Min)", "Kim Min"),
        ("Kim Min <a@b.example>", "Kim Min"), ("Kim Min (a@b.example)", "Kim Min"), ("Kim (Seoul)", "Kim (Seoul)"),
        ("(a@b.example)", "a@b.example"),
    ])
    func authors(text: String, name: String) throws {
        let escaped = text.split(separator: "<").joined(separator: "&lt;")
        #expect(try item("<author>\(escaped)</author>").author == name)
    }
}
