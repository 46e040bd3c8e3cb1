import Testing

@testable import Stories

struct TextSimilarityTests {
    @Test(arguments: [("Acme wins order", "ACME  wins -- order!"), ("가람전자 피소", "가람전자, 피소…"), ("", ""), ("!", "!")])
    func theSameWordsAreOne(_ a: String, _ b: String) {
        #expect(TextSimilarity.similarity(a, b) == 1)
    }

    @Test(arguments: [("Acme wins order", ""), ("", "가람전자"), ("!", "?")])
    func nothingInCommonIsZero(_ a: String, _ b: String) {
        #expect(TextSimilarity.similarity(a, b) == 0)
    }

    @Test(arguments: [
        (
            "가람전자, 신임 대표에 정신아 내정", "정신아, 가람전자 새 대표로 내정됐다", "나루화학, 비료 가격 인상 검토"
        ),
        ("가람전자 주가 3% 올랐다", "가람전자의 주가가 3% 오른다", "나루화학 공장에서 불이 났다"),
        ("가람전자 영업이익 300억원", "가람전자의 영업이익 300억원", "가람전자 영업이익 900억원, 1200억원"),
        (
            "Acme names Jane Doe chief executive", "Jane Doe is named chief executive of Acme",
            "Beta recalls 30,000 cars over brake fault"
        ),
    ])
    func aRetellingIsNearerThanAnotherStory(_ text: String, _ retold: String, _ other: String) {
        #expect(TextSimilarity.similarity(text, retold) > TextSimilarity.similarity(text, other) + 0.2)
    }

    @Test func theOrderOfTheTwoDoesNotMatter() {
        let (a, b) = ("가람전자 1,200억원 수주 3.5% 상승", "가람전자가 수주한 계약은 1,200억원")
        #expect(abs(TextSimilarity.similarity(a, b) - TextSimilarity.similarity(b, a)) < 1e-12)
    }

    @Test func staysBetweenZeroAndOneForAnyText() {
        let texts = [
            "\u{0}", "\u{301}\u{301}", "1,2.3,", "é", "漢字 東京", "👩‍👩‍👧", String(repeating: "가", count: 100_000),
            "e" + String(repeating: "\u{301}", count: 100_000), String(repeating: "a ", count: 50_000),
        ]
        for a in texts {
            for b in texts { #expect((0...1).contains(TextSimilarity.similarity(a, b))) }
        }
    }

    @Test func wordsAreCutWhereTheScriptChanges() {
        func words(_ text: String) -> [String] {
            ShortText(text).words.map { String(String.UnicodeScalarView($0.compactMap(Unicode.Scalar.init))) }
        }
        #expect(words("SK하이닉스, 3.5% 올라 1,200원") == ["sk", "하이닉스", "3.5", "올라", "1,200", "원"])
        #expect(words("2, 3.") == ["2", "3"])
    }

    @Test func syllablesAreTakenApart() {
        // 올 and 옷 share their first two letters: 3 pairs each with the ends, ^ㅇ and ㅇㅗ are common, and the end is not.
        let shared = PairCounts(ofLetters: [0xC62C]).common(PairCounts(ofLetters: [0xC637]))
        #expect(shared == 2)
        #expect(PairCounts(ofLetters: []).share(PairCounts(ofLetters: [])) > 0)
        #expect(PairCounts(keys: []).share(PairCounts(keys: [])) == 0)
    }
}
