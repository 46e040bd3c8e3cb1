import Extraction
import NewsModel
import TestSupport
import Testing

/// Whole pages in the shapes of Korean and English outlets, with their truth written by hand beside them.
struct PageFixtureTests {
    static let names = [
        "en-list", "en-wire", "ko-advert-in-text", "ko-agency", "ko-amp", "ko-apollo", "ko-block-list", "ko-br-only",
        "ko-brief", "ko-column-furniture", "ko-cp949", "ko-cp949-frames", "ko-crumb-title", "ko-custom-elements",
        "ko-font-table", "ko-inline-boxes", "ko-jsonld-body", "ko-jsonld-breaks", "ko-jsonld-graph",
        "ko-leads-comments", "ko-lists-of-links", "ko-market-wrap", "ko-microdata", "ko-nested-next-data",
        "ko-next-data", "ko-next-stream", "ko-no-charset", "ko-numbered-paragraphs", "ko-nuxt-state", "ko-paged",
        "ko-photo-story", "ko-portal", "ko-quotes", "ko-related-inside", "ko-script-string", "ko-short-jsonld-body",
        "ko-spans", "ko-state-object", "ko-stream-inline", "ko-subheads", "ko-table", "ko-tip-off",
    ]

    @Test(arguments: names)
    func `a page gives its article and nothing else`(name: String) throws {
        let page = try PageExtractor().extract(html: fixture("pages/\(name).html"), contentType: nil, url: nil)
        let truth = try Truth(fixture("pages/\(name).expected"))
        #expect(page.text.components(by: "\n\n") == truth.paragraphs)
        #expect(page.title == truth["title"])
        #expect(page.byline == truth["byline"])
        #expect(page.published?.iso8601 == truth["published"])
        #expect(page.site == truth["site"])
        #expect(page.url == truth["url"])
        #expect(page.language == (name.hasPrefix("ko") ? .korean : .english))
    }

    @Test func `the server's wrong charset does not spoil a UTF-8 page`() throws {
        let page = try PageExtractor().extract(
            html: fixture("pages/ko-agency.html"), contentType: "text/html; charset=euc-kr", url: nil)
        #expect(page.title == "검찰, '회계부정 의혹' 누리제철 압수수색")
    }

    @Test func `a page's change time is kept apart from its publication`() throws {
        let page = try PageExtractor().extract(html: fixture("pages/en-wire.html"), contentType: nil, url: nil)
        #expect(page.updated?.iso8601 == "2026-10-28T01:00:00Z")
    }
}

/// The hand-written answer: five `name: value` lines ("-" for none), an empty line, one paragraph a line.
private struct Truth {
    let fields: [String: String]
    let paragraphs: [String]

    init(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).components(by: "\n")
        var fields: [String: String] = [:]
        for line in lines.prefix(5) {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[String(parts[0])] = String(parts[1].dropFirst())
        }
        self.fields = fields
        paragraphs = Array(lines.dropFirst(5))
    }

    subscript(_ name: String) -> String? { fields[name] == "-" ? nil : fields[name] }
}

extension String {
    func components(by separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: true).map(String.init)
    }
}
