import Extraction
import NewsModel
import Testing

struct ExtractedPageTests {
    @Test func `a page is written as the contract says`() {
        let page = ExtractedPage(
            title: "제목 \"가\"", text: "첫째\n\n둘째", byline: nil, published: Timestamp(seconds: 0), updated: nil,
            language: .korean,
            site: "가람경제", url: "https://garam.example/1")
        var writer = JSONWriter()
        page.write(to: &writer)
        #expect(
            writer.text
                == #"{"title":"제목 \"가\"","text":"첫째\n\n둘째","byline":null,"published":"1970-01-01T00:00:00Z","updated":null,"language":"ko","site":"가람경제","url":"https://garam.example/1"}"#
        )
    }

    @Test func `an empty page is refused in words`() {
        for bytes in [[], Array(" \n\t".utf8)] {
            let error = #expect(throws: ExtractionError.self) {
                try PageExtractor().extract(html: bytes, contentType: nil, url: "https://user:pw@a.example/x?key=1")
            }
            #expect(error?.description == "the page at https://a.example/x is empty")
            #expect(error?.isTransient == false)
        }
    }

    @Test func `a page without text is refused in words`() {
        let error = #expect(throws: ExtractionError.self) {
            try PageExtractor().extract(html: Array("<div><img src=x></div>".utf8), contentType: nil, url: nil)
        }
        #expect(error?.description == "the page holds no text")
    }

    @Test func `a page with only a summary gives the summary`() throws {
        let html =
            "<title>Orders rise</title><meta property=og:description content='Orders rose at Example Inc.'><body></body>"
        let page = try PageExtractor().extract(html: Array(html.utf8), contentType: nil, url: "https://a.example/x")
        #expect(page.text == "Orders rose at Example Inc.")
        #expect(page.url == "https://a.example/x")
    }
}
