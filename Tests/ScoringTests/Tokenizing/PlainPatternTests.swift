import NewsModel
import Testing

@testable import Scoring

@Suite("Quick ways give what the slow ways give")
struct PlainPatternTests {
    @Test(
        "the quick folding of terms is the normal form",
        arguments: [
            "profit warning", "Best Buy", " lead", "two  spaces", "trail ", "삼성전자 주가", "LG엔솔", "e-commerce", "5-day",
            "美 증시", "café", "A&T", "tab\there", "\u{AC00}\u{D7A3}", "\u{D7A4}x", "\u{ABFF}y", "·", "",
        ])
    func patterns(_ term: String) {
        var slow = NormalText(term).bytes
        while slow.last == 0x20 { slow.removeLast() }
        #expect(NormalText.pattern(term) == slow)
        for cut in term.indices {
            #expect(NormalText.pattern(String(term[..<cut]), String(term[cut...])) == slow)
        }
    }

    @Test(
        "a syllable's place among all syllables",
        arguments: [("가", 0), ("각", 1), ("힣", 11_171), ("꯿", nil), ("힤", nil), ("a", nil), ("漢", nil)]
            as [(String, Int?)])
    func syllables(_ text: String, _ index: Int?) {
        #expect(Syllable.index(in: Array(text.utf8), at: 0) == index)
    }

    @Test(
        "spans of any script are cut where their code points lie",
        arguments: ["plain ascii", "삼성전자 5% 급등", "é漢😀 mixed 글자", String(repeating: "가a", count: 100)])
    func spans(_ text: String) {
        let normal = NormalText(text)
        let maker = SpanMaker(text: text, normal: normal, field: .title)
        let scalars = Array(text.unicodeScalars)
        for start in normal.bytes.indices {
            let span = maker.span(start..<normal.bytes.count)
            #expect(Array(span.text.unicodeScalars) == Array(scalars[span.start..<span.end]))
        }
    }

    @Test("a line is cut into fields without the blanks around them, byte-order marks too")
    func trimming() {
        let bytes = Array("\u{FEFF} \ta b\r \u{FEFF}".utf8)
        #expect(Trimming.trimmed(bytes, 0, bytes.count) == "a b")
        #expect(Trimming.trimmed(Array(" \t".utf8), 0, 2) == "")
    }
}
