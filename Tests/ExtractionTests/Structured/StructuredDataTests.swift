import Testing

@testable import Extraction

struct StructuredDataTests {
    private func data(_ html: String) -> StructuredData {
        StructuredData(document: HTMLTreeBuilder.document(Array(html.utf8)))
    }

    @Test func `JSON-LD is read in a graph and with several types`() {
        let found = data(
            #"<script type="application/ld+json">{"@graph":[{"@type":"WebPage","headline":"no"},{"@type":["Thing","ReportageNewsArticle"],"headline":"Orders &amp; sales","author":{"name":["A B"]},"datePublished":"2026-01-02","publisher":[{"name":"Post"}],"url":"https://a.example/1"}]}</script>"#
        )
        #expect(found.titles == ["Orders & sales"])
        #expect(found.authors == ["A B"])
        #expect(found.published == "2026-01-02")
        #expect(found.site == "Post")
        #expect(found.urls == ["https://a.example/1"])
    }

    @Test func `meta elements and the canonical link`() {
        let found = data(
            "<html lang=ko-KR><meta property='og:title' content='T'><meta name='Author' content='https://facebook.example/x'>"
                + "<meta name=author content='C D'><meta property='og:url' content='https://a.example/og'>"
                + "<link rel=canonical href='https://a.example/canon'><meta property='article:modified_time' content='2026'>"
        )
        #expect(found.titles == ["T"])
        #expect(found.authors == ["C D"])
        #expect(found.urls == ["https://a.example/canon", "https://a.example/og"])
        #expect(found.language == "ko-KR")
        #expect(found.updated == "2026")
    }

    @Test func `microdata fills what the rest leaves open`() {
        let found = data(
            "<h2 itemprop=headline>T</h2><div itemprop=author><b>by</b><span itemprop=name>E F</span></div>"
                + "<time itemprop=datePublished datetime=2026-03-04>March</time><div><span itemprop=author>other</span></div>"
        )
        #expect(found.titles == ["T"])
        #expect(found.authors == ["E F"])
        #expect(found.published == "2026-03-04")
    }
}
