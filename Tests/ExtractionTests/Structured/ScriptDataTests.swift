import Testing

@testable import Extraction

struct ScriptDataTests {
    private let long =
        "가람전자가 새 공장을 짓는다고 밝혔다. 공장은 내년에 문을 연다. 회사는 직원 300명을 새로 뽑고 지역 업체와 손잡을 계획이라고 설명했다. 투자 금액은 2조원이 넘는다. "

    private func body(_ script: String) -> String? {
        ScriptData.body(in: HTMLTreeBuilder.document(Array("<script>\(script)</script>".utf8)))
    }

    @Test func `the body of a state object is found among other strings`() {
        let text = body(
            #"window.__STATE__ = {"menu":[{"t":"정치"}],"news":{"title":"제목","body":"<p>\#(long)</p><p>\#(long)끝.</p>","css":"a{b:c;d:e} .x{y:z;}"}};"#
        )
        #expect(text?.hasPrefix("가람전자가 새 공장을") == true)
        #expect(text?.hasSuffix("끝.") == true)
    }

    @Test func `a long text row of a component stream is read by its length`() {
        let html = "<p>\(long)</p><p>\(long)끝.</p>"
        let row = "1a:T" + String(html.utf8.count, radix: 16) + "," + html + "1b:[]\n"
        let escaped = row.replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("</", with: "\\u003c/")
        let padding = String(repeating: " ", count: 100)
        #expect(body("self.__next_f.push([1,\"\(escaped)\"])\(padding)")?.hasSuffix("끝.") == true)
    }

    @Test func `code and short strings are no body`() {
        #expect(body("var a = {\"x\":\"" + String(repeating: "if (a) { b(); } ", count: 60) + "\"}") == nil)
        #expect(body("var a = [\"" + String(repeating: "x", count: 400) + "\"]") == nil)
    }
}
