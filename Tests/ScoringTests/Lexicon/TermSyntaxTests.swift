import Testing

@testable import Scoring

@Suite("TermSyntax")
struct TermSyntaxTests {
    private func texts(_ term: String) throws -> [String] {
        try TermSyntax(term).sequences.map {
            $0.map { $0.text + ($0.mark.map { "/" + $0.rawValue } ?? "") }.joined(separator: " ")
        }
    }

    @Test("reads words, marks and braces")
    func reads() throws {
        #expect(try texts("profit warning") == ["profit warning"])
        #expect(try texts("{raise/v, lift/v} target/n") == ["raise/v target/n", "lift/v target/n"])
        #expect(try texts("{a, b c} d") == ["a d", "b c d"])
        #expect(try TermSyntax("rise/v(rose,risen)").sequences[0][0].forms == ["rose", "risen"])
        #expect(try TermSyntax("~증권/n").sequences[0][0].isSuffix)
        #expect(try texts("24/7 service") == ["24/7 service"])
    }

    @Test(
        "says what is wrong",
        arguments: [
            ("", "the term is empty"), ("{a, b", "a { without its }"), ("a} b", "a } without its {"),
            ("{a, } b", "an alternative in the braces is empty"),
            ("rise/v(rose", "a ( without its )"), ("rise/v(rose,)", "an irregular form in the brackets is empty"),
            ("~", "~ has no word after it"),
            ("/n", "the mark /n has no word before it"),
            ("기소/q", "unknown mark /q; marks are /n /v /a (English), /n /h /v /x (Korean)"),
        ])
    func problems(_ term: String, _ message: String) {
        #expect(throws: TermProblem(message)) { try TermSyntax(term) }
    }

    @Test(
        "marks that do not fit the language are refused",
        arguments: [
            ("기소/a", "/a is for English; a Korean adjective is written with /v"), ("loss/h", "unused"),
            ("오르다/v", "오르다/v: write the stem without 다"),
            ("돕/v(ㅋ)", "unknown stem class (ㅋ); classes are ㅂ ㄷ ㅅ 러 으"),
        ].filter { $0.1 != "unused" })
    func wrongMarks(_ term: String, _ message: String) {
        #expect(throws: TermProblem(message)) { _ = try TermExpansion.surfaces(of: try TermSyntax(term)) }
    }
}

@Suite("LexiconLine")
struct LexiconLineTests {
    @Test("cuts comments, blank lines and fields, and counts lines")
    func lines() {
        let lines = LexiconLine.lines(of: "# head\n\na | +1 # why\r\n  b#1 |  c  \n", file: "x.txt")
        #expect(lines.map(\.rule) == ["x.txt:3", "x.txt:4"])
        #expect(lines[0].fields == ["a", "+1"])
        #expect(lines[1].fields == ["b#1", "c"])
    }

    @Test("a byte-order mark is no part of the first term")
    func byteOrderMark() {
        #expect(LexiconLine.lines(of: "\u{FEFF}a | 1", file: "x")[0].term == "a")
    }

    @Test("reads section heads")
    func sections() {
        let line = LexiconLine.lines(of: "[legal.lawsuit] score=-0.4 severity=4", file: "x")[0]
        #expect(line.section?.name == "legal.lawsuit")
        #expect(line.section?.rest == "score=-0.4 severity=4")
        #expect(LexiconLine.lines(of: "plain", file: "x")[0].section == nil)
    }
}
