import Extraction

/// A page through the extractor: no text, or the same text each time.
struct PageTarget: FuzzTarget {
    static let name = "page"
    static let seeds = [
        "<html lang=ko><title>가람전자 이익 증가 | 한빛일보</title><article><p>가람전자가 이익을 냈다고 밝혔다. 회사는 내년에도 성장을 기대한다.</p></article>",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"a\",\"articleBody\":\"b. c.\"}</script><p>x",
        "<table><tr><td>a<br><br>b<td>c</table><a href='x'>y</a><!-- z --><style>p{}</style>",
    ].map { Array($0.utf8) }

    init() {}

    func check(_ bytes: [UInt8]) throws(FuzzFinding) {
        let extractor = PageExtractor()
        let first = try? extractor.extract(html: bytes, contentType: nil, url: "https://news.example/1")
        let second = try? extractor.extract(html: bytes, contentType: nil, url: "https://news.example/1")
        try FuzzFinding.unless(first == second, "a second reading gives another article")
        try FuzzFinding.unless(first?.text.hasSuffix("\n") != true, "the text ends in an empty line")
    }
}
