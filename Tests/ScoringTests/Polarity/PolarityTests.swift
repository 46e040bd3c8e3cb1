import NewsModel
import Testing

@testable import Scoring

@Suite("Composition")
struct CompositionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let sign: Int
        var testDescription: String { text }
    }

    static let cases = [
        Case(text: "profit rose", sign: 1), Case(text: "profit fell", sign: -1), Case(text: "loss narrowed", sign: 1),
        Case(text: "losses rose", sign: -1),
        Case(text: "the firm cut costs", sign: 1), Case(text: "sales and profit fell sharply", sign: -1),
        Case(text: "a rise in profit", sign: 1),
        Case(text: "shares rose", sign: 1), Case(text: "the sun shone", sign: 0), Case(text: "not good", sign: -1),
        Case(text: "cleared of fraud", sign: 1),
        Case(text: "a good will store", sign: 0),
        Case(text: "sales were EUR 13.1 mn, compared with EUR 8.7 mn", sign: 1),
        Case(text: "sales went from 15 to 10", sign: -1), Case(text: "loss was EUR 5 mn against EUR 2 mn", sign: -1),
        Case(text: "영업이익 증가", sign: 1), Case(text: "영업이익이 28% 감소했다", sign: -1), Case(text: "적자 축소", sign: 1),
        Case(text: "적자가 늘었다", sign: -1),
        Case(text: "연체율이 오르자", sign: -1), Case(text: "매출이 늘지 않았다", sign: -1), Case(text: "무혐의", sign: 1),
        Case(text: "혐의", sign: -1),
        Case(text: "합병증이 있다", sign: 0), Case(text: "영업이익↓", sign: -1), Case(text: "영업이익 5억→12억", sign: 1),
        Case(text: "영업이익 12억에서 5억", sign: -1),
        Case(text: "혐의를 부인했다", sign: 1), Case(text: "위기 해제", sign: 1),
    ]

    @Test("the sign of what a text says", arguments: cases)
    func sign(_ example: Case) {
        let score = Fixture.record(example.text).sentiment.score
        #expect((score > 0 ? 1 : score < 0 ? -1 : 0) == example.sign, "\(score)")
    }

    @Test("a movement takes the quantity of its own clause")
    func clauses() {
        let record = Fixture.record("profit rose, but losses rose sharply")
        #expect(record.evidence.count == 2)
        #expect(record.evidence[0].weight.map { $0 > 0 } == true)
        #expect(record.evidence[1].weight.map { $0 < 0 } == true)
        // What follows the contrast counts more.
        #expect(record.sentiment.score < 0)
    }

    @Test("intensifiers and diminishers change the weight of what follows")
    func strength() throws {
        func weight(_ text: String) throws -> Double { try #require(Fixture.record(text).evidence.first?.weight) }
        #expect(try weight("profit sharply rose") > weight("profit rose"))
        #expect(try weight("영업이익 소폭 증가") < weight("영업이익 증가"))
        #expect(try weight("영업이익 크게 증가") > weight("영업이익 증가"))
    }

    @Test("the clause that despite opens counts less")
    func despite() {
        #expect(Fixture.record("profit rose despite weak demand").sentiment.score > 0)
        #expect(Fixture.record("despite weak demand, profit rose").sentiment.score > 0)
    }

    @Test("a Korean ending of contrast does the same")
    func contrastEnding() {
        #expect(Fixture.record("매출은 늘었지만 영업이익은 줄었다").sentiment.score < 0)
    }

    @Test("a question is doubted")
    func question() throws {
        let asked = try #require(Fixture.record("영업이익 증가?").evidence.first)
        let told = try #require(Fixture.record("영업이익 증가.").evidence.first)
        #expect(try #require(asked.weight) < #require(told.weight))
        #expect(asked.modifiers.last == "asked")
    }

    @Test("evidence names the modifier and its line")
    func modifierText() throws {
        let evidence = try #require(Fixture.record("매출이 늘지 않았다").evidence.first)
        #expect(evidence.rule == "ko/directions.txt:4")
        #expect(evidence.modifiers == ["up with 매출/n (ko/metrics.txt:2)", "negated by 않았다 (ko/modifiers.txt:2)"])
        #expect(evidence.span.text == "늘")
    }

    @Test("two companies in one sentence get their own sentiment")
    func perCompany() {
        let record = Fixture.record("한별전자 급락…누리은행 강세")
        let classes = Dictionary(
            record.companies.map { ($0.company.name, $0.sentiment.score) }, uniquingKeysWith: { first, _ in first })
        #expect((classes["한별전자"] ?? 0) < 0)
        #expect((classes["누리은행"] ?? 0) > 0)
    }
}

@Suite("ClassDecision")
struct ClassDecisionTests {
    private func sums(_ weights: [Double]) -> CueSums {
        var sums = CueSums()
        for weight in weights {
            sums.add(
                SentimentCue(
                    kind: .polarity, field: .title, start: 0, end: 1, word: 0, clause: 0, sentence: 0, rule: "",
                    base: weight, weight: weight))
        }
        return sums
    }

    @Test(
        "nothing said is neutral, much said is not",
        arguments: [
            ([], SentimentClass.neutral), ([4, 4], .positive), ([-4, -4], .negative), ([0.05], .neutral),
        ] as [([Double], SentimentClass)])
    func classes(_ weights: [Double], _ expected: SentimentClass) {
        #expect(ClassDecision(parameters: .korean).sentiment(sums(weights)).sentimentClass == expected)
    }

    @Test("probabilities sum to 1 and the score stays inside -1...1", arguments: [0, 0.3, 1, 5, 1e6, -1e6])
    func bounds(_ weight: Double) {
        for parameters in [ScoringParameters.korean, .english] {
            let sentiment = ClassDecision(parameters: parameters).sentiment(sums([weight]))
            #expect(abs(sentiment.positive + sentiment.neutral + sentiment.negative - 1) < 1e-9)
            #expect(abs(sentiment.score) <= 1)
        }
    }

    @Test(
        "exp is exact enough",
        arguments: [(0.0, 1.0), (-1.0, 0.36787944117144233), (-10.0, 4.5399929762484854e-05), (-50.0, 0.0)])
    func exponential(_ x: Double, _ value: Double) {
        #expect(abs(MathFunctions.exp(x) - value) < 1e-10)
    }
}
