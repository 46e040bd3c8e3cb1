import Testing

@testable import Scoring

@Suite("NormalText")
struct NormalTextTests {
    private func normal(_ text: String) -> String { String(decoding: NormalText(text).bytes, as: UTF8.self) }

    @Test(
        "folds case, width, quotes, dots, dashes, spaces and accents",
        arguments: [
            ("Profit WARNING", "profit warning"), ("ＡＢＣ　１２", "abc 12"), ("“따옴표” ‘작은’", "\"따옴표\" '작은'"),
            ("A・B･Cㆍ가", "a·b·c·가"),
            ("year‑on–year", "year on year"), ("year-on-year", "year on year"), ("2019-2020", "2019-2020"),
            ("a  b\t c", "a b c"), ("Nestlé Škoda", "nestle skoda"),
            ("co\u{200B}op", "coop"), ("㈜한별", "(주)한별"), ("a\r\n\n b", "a\nb"), ("5 - 3", "5 - 3"),
            ("Coca-Cola", "coca cola"),
        ])
    func folds(_ text: String, _ expected: String) {
        #expect(normal(text) == expected)
    }

    @Test("composes decomposed Hangul and keeps the way back")
    func composes() {
        let text = NormalText("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1161}!")
        #expect(String(decoding: text.bytes, as: UTF8.self) == "한가!")
        #expect(text.codePoints(0..<3) == 0..<3)
        #expect(text.codePoints(3..<6) == 3..<5)
        #expect(text.codePoints(6..<7) == 5..<6)
    }

    @Test(
        "spells out hanja of the press, each byte pointing to its character",
        arguments: [
            ("美증시", "미국증시"), ("檢 기소", "검찰 기소"), ("DS證", "ds증권"), ("국민銀", "국민은행"), ("현대車", "현대차"), ("前 대표", "전 대표"),
            ("반도체株", "반도체주"),
        ])
    func hanja(_ text: String, _ expected: String) {
        #expect(normal(text) == expected)
    }

    @Test("a span of a spelled-out hanja is the one character")
    func hanjaSpan() {
        let text = NormalText("A 證 B")
        #expect(text.codePoints(2..<8) == 2..<3)
        #expect(text.codePoints(5..<8) == 2..<3)
    }

    @Test("an empty range points where it stands")
    func emptyRange() {
        #expect(NormalText("ab").codePoints(1..<1) == 1..<1)
        #expect(NormalText("ab").codePoints(2..<2) == 2..<2)
    }
}

@Suite("WordScanner")
struct WordScannerTests {
    private func scan(_ text: String) -> (words: [String], sentences: [Int], clauses: [Int32]) {
        let normal = NormalText(text)
        let scanner = WordScanner(normal)
        return (
            scanner.words.map { String(decoding: normal.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) },
            scanner.sentences.map(\.words.count),
            scanner.words.map(\.clause)
        )
    }

    @Test(
        "words",
        arguments: [
            ("Profit rose 13.1%, to $5.", ["profit", "rose", "13.1", "to", "5"]),
            ("AT&T's U.S. unit", ["at&t's", "u.s", "unit"]),
            ("카카오가 AI전담조직을 신설", ["카카오가", "ai전담조직을", "신설"]), ("매출↑ 이익▼", ["매출", "↑", "이익", "▼"]),
            ("1,234,567 won", ["1,234,567", "won"]),
        ])
    func words(_ text: String, _ expected: [String]) {
        #expect(scan(text).words == expected)
    }

    @Test(
        "sentences end at signs, newlines and after 다., not at abbreviations or in numbers",
        arguments: [
            ("One two. Three four five! Six?", [2, 3, 1]), ("Acme Inc. rose. It fell.", [3, 2]),
            ("EUR0 .66 was up 3.5 percent. Yes.", [6, 1]),
            ("올랐다.내렸다. 끝", [1, 1, 1]), ("제목\n본문 둘", [1, 2]), ("", []), ("...", []),
        ])
    func sentences(_ text: String, _ expected: [Int]) {
        #expect(scan(text).sentences == expected)
    }

    @Test("a question is known by its mark")
    func question() {
        #expect(WordScanner(NormalText("오르나? 내린다.")).sentences.map(\.isQuestion) == [true, false])
    }

    @Test(
        "clauses end at commas, … and Korean connecting endings",
        arguments: [
            ("a, b", true), ("a b", false), ("이익…손실", true), ("늘었지만 줄었다", true), ("늘었으나 줄었다", true), ("늘어 줄었다", false),
            ("a - b", true), ("1,000 2", false),
        ])
    func clauses(_ text: String, _ parts: Bool) {
        let clauses = scan(text).clauses
        #expect((clauses.first != clauses.last) == parts)
    }

    @Test("no sentence is longer than the limit")
    func longest() {
        let text = String(repeating: "word ", count: 1000)
        #expect(scan(text).sentences.allSatisfy { $0 <= WordScanner.longestSentence })
        #expect(scan(text).sentences.reduce(0, +) == 1000)
    }
}

@Suite("NumberReader")
struct NumberReaderTests {
    private func numbers(_ text: String) -> [NumberToken] {
        let normal = NormalText(text)
        return NumberReader(normal, WordScanner(normal).words).numbers
    }

    @Test(
        "values with their units",
        arguments: [
            ("5억", 5e8), ("13.1 mn", 13.1e6), ("EUR13 .1 mn", 13.1e6), ("1,234", 1234), ("28.8%", 28.8), ("3조", 3e12),
            ("2.5 billion", 2.5e9), ("$5", 5), ("EUR0 .66", 0.66),
        ])
    func values(_ text: String, _ value: Double) throws {
        let token = try #require(numbers(text).first)
        #expect(abs(token.value - value) < value * 1e-9)
    }

    @Test("percent, money and dates are told apart")
    func kinds() {
        #expect(numbers("28.8%")[0].isPercent)
        #expect(numbers("EUR 5")[0].isMoney)
        #expect(numbers("100달러")[0].isMoney)
        #expect(numbers("2009")[0].isDate)
        #expect(numbers("3분기")[0].isDate)
        #expect(!numbers("2009 million")[0].isDate)
    }
}

@Suite("LongestWins")
struct LongestWinsTests {
    private func hit(_ start: Int32, _ end: Int32, _ payload: Int32 = 0) -> TermHit {
        TermHit(payload: payload, start: start, end: end, tailEnd: end, firstWord: 0, lastWord: 0)
    }

    @Test("the longest of overlapping hits stays")
    func longest() {
        #expect(LongestWins.filter([hit(0, 3), hit(0, 5), hit(4, 6), hit(7, 8)]).map(\.end) == [5, 8])
        #expect(LongestWins.filter([hit(0, 3), hit(2, 8)]).map(\.start) == [2])
        #expect(LongestWins.filter([hit(0, 3, 1), hit(0, 3, 0)]).map(\.payload) == [0])
    }

    @Test("a longer span hides, a shorter one does not, an equal one as asked")
    func cover() {
        #expect(LongestWins.remove([hit(1, 3)], coveredBy: [hit(0, 4)], orEqual: false).isEmpty)
        #expect(LongestWins.remove([hit(0, 4)], coveredBy: [hit(1, 3)], orEqual: true).count == 1)
        #expect(LongestWins.remove([hit(0, 4)], coveredBy: [hit(0, 4)], orEqual: false).count == 1)
        #expect(LongestWins.remove([hit(0, 4)], coveredBy: [hit(0, 4)], orEqual: true).isEmpty)
    }
}
