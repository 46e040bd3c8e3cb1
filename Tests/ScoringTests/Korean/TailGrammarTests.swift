import Testing

@testable import Scoring

@Suite("Korean forms of a term")
struct KoreanTermTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let term: String
        let matched: [String]
        let refused: [String]
        var testDescription: String { term }
    }

    static let cases = [
        Case(
            term: "기소/h",
            matched: [
                "기소", "기소를", "기소가", "기소했다", "기소됐다", "기소되자", "기소한", "기소된", "기소할", "기소하며", "기소했지만", "기소돼", "기소하지",
                "기소당했다",
                "기소되면서", "기소된다", "기소하기로", "기소됐으나", "기소했다고", "기소합니다", "기소까지", "기소함",
            ],
            refused: ["불기소", "기소권자", "기소유예", "추기소", "기소율표"]),
        Case(term: "합병/h", matched: ["합병", "합병은", "합병하는", "합병설", "합병됐다"], refused: ["합병증", "합병증이", "흡수합병"]),
        Case(term: "인수/h", matched: ["인수", "인수에", "인수한다", "인수전", "인수하려던"], refused: ["인수위", "인수위가", "인수인계", "재인수"]),
        Case(term: "구속/h", matched: ["구속", "구속됐다", "구속을"], refused: ["구속력", "불구속", "구속력이"]),
        Case(
            term: "적자/n", matched: ["적자", "적자가", "적자에서는", "적자다", "적자였던", "적자로", "적자만", "적자폭"],
            refused: ["적자생존", "흑적자", "적자했다"]),
        Case(
            term: "오르/v",
            matched: ["오르고", "오른", "오를", "올라", "올랐다", "올라서", "오르며", "오르자", "올랐지만", "오름", "오릅니다", "올라갔다", "오르지"],
            refused: ["오르간", "올라프", "떠오른"]),
        Case(
            term: "늘/v", matched: ["늘고", "늘어", "늘었다", "는다", "늘어난"].filter { $0 != "늘어난" }, refused: ["오늘", "하늘", "늘봄"]),
        Case(term: "따르/v(으)", matched: ["따라", "따랐다", "따르면", "따른"], refused: ["딸라"]),
        Case(term: "돕/v(ㅂ)", matched: ["도와", "도왔다", "도운", "도울", "돕고", "돕는"], refused: ["돕아"]),
        Case(term: "묻/v(ㄷ)", matched: ["물어", "물었다", "물은", "묻고", "묻는"], refused: ["묻어"]),
        Case(term: "짓/v(ㅅ)", matched: ["지어", "지었다", "지은", "짓고"], refused: ["짓어"]),
        Case(term: "푸르/v(러)", matched: ["푸르러", "푸르렀다", "푸른"], refused: ["풀러"]),
        Case(term: "내리/v", matched: ["내려", "내렸다", "내린", "내리고", "내릴", "내립니다"], refused: ["내리막", "내려다본"]),
        Case(term: "낮추/v", matched: ["낮춰", "낮췄다", "낮춘", "낮추며"], refused: ["낮춤법"]),
        Case(term: "높/v", matched: ["높다", "높은", "높아", "높아졌다", "높을", "높음", "높습니다"], refused: ["높이뛰기"]),
        Case(term: "쑥/x", matched: ["쑥"], refused: ["쑥이", "쑥갓", "쑥쑥"]),
        Case(
            term: "~증권/n", matched: ["증권", "증권이", "한별증권", "한별증권의"], refused: ["증권사들판", "증권가"].filter { $0 != "증권가" }),
        Case(
            term: "주가 조작/h", matched: ["주가 조작", "주가조작", "주가를 조작했다", "주가조작으로", "주가 조작한"], refused: ["주가조작단체", "주가도 좋다"]),
        Case(term: "CEO/n", matched: ["CEO", "CEO가", "CEO는", "ceo"], refused: ["CEOX", "XCEO"]),
    ]

    @Test("matches what it should and nothing else", arguments: cases)
    func forms(_ example: Case) throws {
        let matcher = try TermMatcher(terms: [example.term])
        for text in example.matched {
            #expect(!matcher.matches(in: "이날 \(text) 밝혔다").isEmpty, "\(example.term) misses \(text)")
        }
        for text in example.refused {
            #expect(matcher.matches(in: "이날 \(text) 밝혔다").isEmpty, "\(example.term) takes \(text)")
        }
    }

    @Test("a one-syllable verb form glued to a sign is a particle")
    func particleAfterSign() throws {
        let matcher = try TermMatcher(terms: ["늘/v"])
        #expect(matcher.matches(in: "매출 10%는 그대로").isEmpty)
        #expect(!matcher.matches(in: "매출이 는 회사").isEmpty)
    }

    @Test("a verb form never begins inside a word, a noun may after Latin letters")
    func placeInWord() throws {
        #expect(try TermMatcher(terms: ["늘/v"]).matches(in: "AI는 다르다").isEmpty)
        #expect(try !TermMatcher(terms: ["반도체/n"]).matches(in: "AI반도체가 다르다").isEmpty)
    }
}

@Suite("Syllable")
struct SyllableTests {
    @Test("takes a syllable apart and puts it together")
    func parts() throws {
        let syllable = try #require(Syllable("값" as Character))
        #expect((syllable.lead, syllable.vowel, syllable.coda) == (0, 0, 18))
        #expect(syllable.character == "값")
        #expect(syllable.with(coda: 0).character == "가")
        #expect(Syllable("a" as Character) == nil)
        #expect(Syllable("ㄱ" as Character) == nil)
    }

    @Test(
        "tells how a word ends",
        arguments: [
            ("카카오", Syllable.Final.vowel), ("합병", .consonant), ("매출", .rieul), ("CEO", .unknown), ("", .unknown),
        ])
    func finals(_ word: String, _ final: Syllable.Final) {
        #expect(Syllable.final(of: word) == final)
    }
}

@Suite("VerbStem")
struct VerbStemTests {
    @Test(
        "contracts as it is written",
        arguments: [
            ("하", "했"), ("되", "됐"), ("보", "봤"), ("주", "줬"), ("내리", "내렸"), ("보내", "보냈"), ("쓰", "썼"), ("크", "컸"),
            ("모으", "모았"), ("오르", "올랐"),
            ("부르", "불렀"), ("가", "갔"), ("서", "섰"), ("뛰", "뛰었"), ("막", "막았"), ("먹", "먹었"),
        ])
    func past(_ stem: String, _ past: String) {
        let shapes = VerbStem(stem: stem, kind: .regular).shapes()
        #expect(shapes.contains { $0.text == past && $0.tail == .past })
    }

    @Test("keeps the full form beside the contraction", arguments: [("하", "하였"), ("되", "되었"), ("주", "주었")])
    func fullForms(_ stem: String, _ past: String) {
        #expect(VerbStem(stem: stem, kind: .regular).shapes().contains { $0.text == past })
    }
}
