import FeedParsing
import NewsModel
import Testing

@Suite struct RDFTests {
    @Test func rss1() throws {
        let feed = try parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://h.example/rdf"><title>Harbor</title><link>https://h.example/</link>
              <description>d</description><dc:language>ko</dc:language><dc:date>2026-11-23T00:00:00Z</dc:date>
              <items><rdf:Seq><rdf:li resource="https://h.example/1"/></rdf:Seq></items></channel>
            <image rdf:about="x"><title>Logo</title></image>
            <item rdf:about="https://h.example/1"><title>One</title><link>https://h.example/1?a</link>
              <dc:date>2026-11-23T09:05:00</dc:date><dc:creator>Kim</dc:creator></item>
            <item rdf:about="https://h.example/2"><title>Two</title></item></rdf:RDF>
            """)
        #expect(feed.format == .rss1)
        #expect(feed.version == "1.0")
        #expect(feed.title == "Harbor")
        #expect(feed.link == "https://h.example/")
        #expect(feed.language == "ko")
        #expect(feed.updated == moment("2026-11-23T00:00:00Z"))
        #expect(feed.entries.map(\.title) == ["One", "Two"])
        #expect(feed.entries.map(\.link) == ["https://h.example/1?a", "https://h.example/2"])
        #expect(feed.entries.map(\.id) == ["https://h.example/1", "https://h.example/2"])
        #expect(feed.entries[0].published == moment("2026-11-23T00:05:00Z"))
        #expect(feed.entries[0].authors == ["Kim"])
    }

    @Test func rss090() throws {
        let feed = try parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
            <channel><title>Old</title></channel><item><title>One</title><link>https://h.example/1</link></item></rdf:RDF>
            """)
        #expect(feed.title == "Old")
        #expect(feed.entries.map(\.link) == ["https://h.example/1"])
    }
}
