import NewsModel
import Testing

@testable import Extraction

struct PageMetadataTests {
    private func metadata(_ html: String, url: String? = nil) -> PageMetadata {
        let document = HTMLTreeBuilder.document(Array(html.utf8))
        return PageMetadata(document: document, data: StructuredData(document: document), url: url)
    }

    @Test func `the declared title goes before heading and title element`() {
        let found = metadata(
            "<title>Orders rise - Biz - Post</title><meta property=og:title content='Orders rise | Post'>"
                + "<meta property=og:site_name content=Post><h1>Post</h1><h1>Orders rise</h1>")
        #expect(found.title == "Orders rise")
        #expect(found.site == "Post")
    }

    @Test func `a declared title that is the site's name is passed over`() {
        let found = metadata(
            "<meta property=og:title content='가람경제'><meta property=og:site_name content='가람경제'><title>가람전자 공장 짓는다 - 가람경제</title>"
        )
        #expect(found.title == "가람전자 공장 짓는다")
    }

    @Test func `without any declaration the heading is the title`() {
        #expect(metadata("<h1>가람전자 <b>공장</b> 짓는다</h1><p>x</p>").title == "가람전자 공장 짓는다")
        #expect(metadata("<p>x</p>").title == "")
    }

    @Test func `a date without zone is Korean time on Korean pages, else UTC`() {
        let date = "<meta name=date content='2026-11-14 09:00'>"
        #expect(metadata("<html lang=ko>" + date).published?.iso8601 == "2026-11-14T00:00:00Z")
        #expect(metadata("<title>가람전자 공장 짓는다</title>" + date).published?.iso8601 == "2026-11-14T00:00:00Z")
        #expect(metadata(date, url: "https://www.garam.co.kr/1").published?.iso8601 == "2026-11-14T00:00:00Z")
        #expect(metadata("<title>Orders rise</title>" + date).published?.iso8601 == "2026-11-14T09:00:00Z")
    }

    @Test func `bylines: names once, outlets and addresses never`() {
        let found = metadata(
            "<meta name=author content='By Ann Lee'><meta property=article:author content='Ann Lee'><meta name=byl content='Bo Kim'>"
                + "<meta name=dc.creator content='한빛일보'>")
        #expect(found.byline == "Ann Lee, Bo Kim")
    }

    @Test func `the canonical address is completed and only http passes`() {
        #expect(metadata("<link rel=canonical href='/a'>", url: "https://x.example/b?c").url == "https://x.example/a")
        #expect(
            metadata("<link rel=canonical href='javascript:x'>", url: "https://x.example/b").url
                == "https://x.example/b")
        #expect(metadata("<p>", url: "file:///x").url == nil)
    }

    @Test func `dates and names beside the article count only after its title`() {
        let document = HTMLTreeBuilder.document(
            Array("<p>2026.11.25 수요일</p><h1>가람전자 공장 짓는다</h1><p>등록 2026.11.14 09:00</p><p>최가온 기자</p><p>둘째 기자</p>".utf8))
        let blocks = TextBlockReader.blocks(
            of: document, under: 0, removed: [Bool](repeating: false, count: document.nodes.count))
        let hints = PageHints(blocks: blocks, title: "가람전자, 공장 짓는다", defaultOffset: PageDate.koreanOffset)
        #expect(hints.date?.iso8601 == "2026-11-14T00:00:00Z")
        #expect(hints.byline == "최가온 기자")
    }
}
