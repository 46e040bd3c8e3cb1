import FeedParsing
import NewsModel
import Testing

@Suite struct CDFTests {
    @Test func aChannelWithItems() throws {
        let feed = try parse(
            """
            <?XML VERSION="1.0"?><CHANNEL HREF="https://h.example/" LASTMOD="1998-11-05T22:20:00">
            <TITLE>Harbor</TITLE><ABSTRACT>Ships</ABSTRACT>
            <ITEM HREF="https://h.example/1" LASTMOD="1998-11-06T10:00:00"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM>
            </CHANNEL>
            """)
        #expect(feed.format == .cdf)
        #expect(feed.title == "Harbor")
        #expect(feed.link == "https://h.example/")
        #expect(feed.description == "Ships")
        #expect(feed.entries[0].title == "One")
        #expect(feed.entries[0].link == "https://h.example/1")
        #expect(feed.entries[0].summary == "First")
        #expect(feed.entries[0].updated == moment("1998-11-06T10:00:00Z"))
    }
}
