import FeedParsing
import Testing

/// Feeds made to exhaust a reader. Each must end at once and keep the article before the bomb.
@Suite struct BombTests {
    private static let kept = "<item><title>kept</title></item>"

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private static func numbered(_ count: Int, _ text: (Int) -> String) -> String {
        (0..<count).map(text).joined()
    }

    @Test func entitiesAreNeverExpanded() throws {
        let feed = try parse(
            """
            <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "\(Self.repeated("x", 50_000))"><!ENTITY b SYSTEM "file:///etc/passwd">]>
            <rss version="2.0"><channel><item><title>&a;\(Self.repeated("&a;", 20_000))</title></item>
            <item><title>&b; kept</title></item></channel></rss>
            """)
        #expect(feed.entries.count == 2)
        #expect(feed.entries[0].title.utf8.count < 100_000)
        #expect(feed.entries[1].title == "&b; kept")
        #expect(feed.problems == ["not well-formed: its document type has declarations of its own, which are not read"])
    }

    @Test func aLongTagIsCut() throws {
        let attributes = Self.numbered(20_000) { " a\($0)='1'" }
        let feed = try parse(rss(Self.kept + "<item\(attributes)><title>after</title></item>"))
        #expect(feed.entries.map(\.title) == ["kept", "after"])
        #expect(
            feed.problems == [
                "not well-formed: a tag of more than 64 KiB",
                "a tag has more than 64 attributes or 64 KiB; the rest of it was left out",
            ])
    }

    @Test func manyAttributesAreCut() throws {
        let feed = try parse(rss("<item\(Self.numbered(100) { " a\($0)='1'" })><title>kept</title></item>"))
        #expect(feed.entries.map(\.title) == ["kept"])
        #expect(feed.problems == ["an element has more than 64 attributes; the rest was left out"])
    }

    @Test func depthIsCut() throws {
        let feed = try parse(rss(Self.kept + Self.repeated("<a>", 100_000)))
        #expect(feed.entries.map(\.title) == ["kept"])
        #expect(feed.problems == ["nested deeper than 100 elements; the rest was left out"])
    }

    @Test func depthInABrokenFeedIsCut() throws {
        let feed = try parse(
            rss(Self.kept + "& <item><title>x</title><description>" + Self.repeated("<a>", 100_000) + "deep"))
        #expect(feed.entries.map(\.title) == ["kept", "x"])
        #expect(feed.problems.contains("nested deeper than 100 elements; deeper tags were left out"))
    }

    @Test func entriesAreCut() throws {
        let feed = try parse(rss(Self.repeated(Self.kept, 5001)))
        #expect(feed.entries.count == 5000)
        #expect(feed.problems == ["more than 5000 entries; the rest was left out"])
    }

    @Test func aFieldIsCut() throws {
        let feed = try parse(
            rss("<item><title>kept</title><description>\(Self.repeated("x", 2_000_000))</description></item>"))
        #expect(feed.entries[0].summary?.utf8.count == 1_048_576)
        #expect(feed.problems == ["a field is longer than 1 MiB; the rest of it was left out"])
    }

    @Test func namesAreCut() throws {
        let feed = try parse(rss(Self.kept + Self.numbered(50_000) { "<n\($0)/>" }))
        #expect(feed.entries.map(\.title) == ["kept"])
        #expect(feed.problems == ["more than 2000 different names; the rest was left out"])
    }

    @Test(arguments: [
        "<", "&", "<a ", "<!--", "<![CDATA[", "<?x ", "<!DOCTYPE x ", "<a b='", "</", "</b>", "]]>", "&#", "<a b=",
    ])
    func brokenMarkupTakesLinearTime(piece: String) throws {
        let feed = try parse(rss(Self.kept + "<item><title>" + Self.repeated(piece, 40_000)))
        #expect(feed.entries.first?.title == "kept")
    }

    @Test(arguments: ["<!--", "<script>", "<script></x", "<a href='", "</", "<b", "&", "<b></i>", "<svg/><p "])
    func brokenHTMLTakesLinearTime(piece: String) throws {
        let feed = try parse(
            rss(
                "<item><title>kept</title><description><![CDATA[\(Self.repeated(piece, 20_000))]]></description></item>"
            ))
        #expect(feed.entries[0].title == "kept")
    }

    @Test func combiningMarksAreNotCompared() throws {
        let mark = "a" + Self.repeated("\u{301}", 300_000)
        let feed = try parse(
            rss("<item><title>\(mark)</title><category>\(mark)</category><category>\(mark)</category></item>"))
        #expect(feed.entries[0].categories.count == 1)
    }

    @Test func namespacesByTheThousandAreCut() throws {
        let feed = try parse(
            rss(Self.kept + "<item\(Self.numbered(50_000) { " xmlns:n\($0)='u'" })><title>after</title></item>"))
        #expect(feed.entries.map(\.title) == ["kept", "after"])
    }
}
