import Extraction
import NewsModel
import TestSupport
import Testing

struct SavedTextReaderTests {
    private func read(_ name: String) throws -> (title: String, body: String, byline: String?, published: Timestamp?) {
        SavedTextReader().read(String(decoding: try fixture("saved/\(name).txt"), as: UTF8.self))
    }

    @Test func `a saved Korean page gives title, reporter, date and the article's paragraphs`() throws {
        let article = try read("ko-page")
        #expect(article.title == "로봇 사업 키우는 솔누리전자, 새 공장 대신 '협력'")
        #expect(article.byline == "하예솔 기자")
        #expect(article.published?.iso8601 == "2026-11-10T01:20:00Z")
        let paragraphs = article.body.components(by: "\n\n")
        #expect(paragraphs.count == 4)
        #expect(paragraphs.first?.hasPrefix("솔누리전자가 로봇 사업에 속도를 내고 있다.") == true)
        #expect(paragraphs.last?.hasSuffix("당장 실적에 보탬이 되기는 어렵다\"고 했다.") == true)
    }

    @Test(arguments: ["/강바다 기자", "솔누리전자 제공", "제보", "구독하고", "인기기사", "@", "드라마", "메뉴", "공유"])
    func `no furniture is left in the body`(word: String) throws {
        #expect(try !read("ko-page").body.contains(word))
    }

    @Test func `a saved English page loses its menus and links`() throws {
        let article = try read("en-page")
        #expect(article.title == "Bluefern to close two plants as orders fall")
        #expect(article.byline == "Rosa Field")
        #expect(article.published?.iso8601 == "2026-11-05T14:20:00Z")
        #expect(article.body.components(by: "\n\n").count == 3)
        #expect(article.body.hasPrefix("Bluefern Motors said"))
        #expect(article.body.hasSuffix("by the end of March."))
    }

    @Test func `plain prose is kept whole`() {
        let text = "The board met on Monday. It approved the sale.\nA vote follows in June.\n\nShares fell 2%."
        let article = SavedTextReader().read(text)
        #expect(article.title == "")
        #expect(article.body == text)
    }

    @Test func `plain prose under a headline keeps all below it`() {
        let article = SavedTextReader().read("솔누리전자, 자사주 500억원어치 산다\n\n솔누리전자가 자사주를 산다고 밝혔다.\n▲매출 ▲이익 모두 늘었다.\n")
        #expect(article.title == "솔누리전자, 자사주 500억원어치 산다")
        #expect(article.body == "솔누리전자가 자사주를 산다고 밝혔다.\n▲매출 ▲이익 모두 늘었다.")
    }

    @Test func `one line is a body`() {
        #expect(SavedTextReader().read("  가람전자 영업이익 38% 증가 ").body == "가람전자 영업이익 38% 증가")
        #expect(SavedTextReader().read("").body == "")
        #expect(SavedTextReader().read("\n\r\n \n").body == "")
    }

    @Test func `one sign of furniture in long prose takes nothing away`() {
        let sentence = "가람전자는 이날 이사회를 열어 새 공장을 짓기로 했으며 내년 하반기에 가동할 계획이라고 밝혔다."
        let text = (0..<14).map { "\($0)번째 문단이다. \(sentence)" }.joined(separator: "\n") + "\n문의: 홍보팀 pr@garam.example"
        #expect(SavedTextReader().read(text).body == text)
    }
}
