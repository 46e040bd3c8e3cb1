import Extraction
import Testing

/// Pages made to break a parser: each must end in time and keep what can be kept.
struct HostilePageTests {
    private let prose =
        "<p>" + String(repeating: "The company said that orders rose, and that it hired staff. ", count: 8) + "</p>"

    private func extract(_ html: String) throws -> ExtractedPage {
        try PageExtractor().extract(html: Array(html.utf8), contentType: nil, url: nil)
    }

    private func isQuick(_ html: String) throws -> ExtractedPage {
        let clock = ContinuousClock()
        let start = clock.now
        let page = try extract(html)
        #expect(clock.now - start < .seconds(10))
        return page
    }

    @Test func `elements nested 30,000 deep`() throws {
        let page = try isQuick(String(repeating: "<div>", count: 30_000) + prose)
        #expect(page.text.hasPrefix("The company said"))
    }

    @Test func `inline elements and lists nested deep`() throws {
        for tag in ["b", "ul><li", "table><tr><td", "blockquote", "x-y", "a href=x", "font"] {
            let page = try isQuick("<h1>Title of it</h1>" + String(repeating: "<\(tag)>", count: 4_000) + prose)
            #expect(page.text.contains("The company said"), "\(tag)")
        }
    }

    @Test func `200,000 attributes on one tag`() throws {
        let attributes = (0..<200_000).map { " a\($0)=1" }.joined()
        let page = try isQuick("<div\(attributes)>\(prose)</div>" + prose)
        #expect(page.title.isEmpty)
    }

    @Test func `a tag of 100 KB keeps its place in the page`() throws {
        let page = try isQuick(
            "<div class=story><div data-x='\(String(repeating: "x>", count: 50_000))'>menu</div>\(prose)</div>")
        #expect(page.text.hasPrefix("The company said"))
        #expect(!page.text.contains("x>"))
    }

    @Test func `nothing is closed`() throws {
        let open = "<html><head><title>Orders rise at Example<meta name=a><body><div class=x><span><b><article>"
        let page = try isQuick(
            open + String(prose.dropLast(4)) + "<p>" + String(repeating: "Another sentence, with a comma. ", count: 9))
        #expect(page.text.contains("The company said"))
        #expect(page.text.contains("Another sentence"))
    }

    @Test func `an open quote does not swallow the article`() throws {
        let page = try isQuick("<h1>Orders rise</h1><a href=\"x>link</a>" + prose + "<p>More.</p>")
        #expect(page.text.contains("The company said"))
    }

    @Test func `end tags without start, many of them`() throws {
        let page = try isQuick(String(repeating: "</div></p></b>", count: 20_000) + prose)
        #expect(page.text.contains("The company said"))
    }

    @Test func `an unclosed comment or script hides the rest, as in a browser`() throws {
        #expect(try extract(prose + "<!-- " + "<p>hidden, hidden, hidden.</p>").text.contains("hidden") == false)
        #expect(try extract(prose + "<script> " + "<p>hidden, hidden, hidden.</p>").text.contains("hidden") == false)
    }

    @Test func `script data nested deep or endless`() throws {
        for data in [
            String(repeating: "[", count: 300_000), String(repeating: "{\"a\":", count: 200_000),
            String(repeating: "[\"", count: 200_000),
        ] {
            _ = try isQuick("<script type=application/ld+json>\(data)</script><script>x=\(data)</script>\(prose)")
        }
    }

    @Test func `long strings of combining marks`() throws {
        let marks = "e" + String(repeating: "\u{301}", count: 40_000)
        let page = try isQuick(
            "<title>\(marks)</title><meta name=author content='\(marks)'><h1>\(marks)</h1>\(prose)<p>\(marks)</p>")
        #expect(page.text.contains("The company said"))
    }

    @Test func `random bytes never crash`() {
        var state: UInt64 = 7
        let alphabet = Array("<>/!-&#;\"'= abcpdiv\n가".utf8)
        for _ in 0..<60 {
            let bytes = (0..<600).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            _ = try? PageExtractor().extract(html: bytes, contentType: nil, url: nil)
            _ = HTMLText.plainText(fragment: String(decoding: bytes, as: UTF8.self))
            _ = SavedTextReader().read(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func `only the first 2 MiB are read`() throws {
        let page = try isQuick(
            prose + String(repeating: " ", count: 2 * 1024 * 1024) + "<p>Behind the cut, there is text. </p>")
        #expect(!page.text.contains("Behind"))
    }
}
