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

    @Test("a cue inside an event belongs to the event's company")
    func eventOwner() throws {
        let lexicon = try Fixture.lexicon([
            "ko/polarity.txt": "시세조종 | -3\n급락/h | -2", "ko/events.txt": "[legal.market_abuse]\n시세조종",
            "companies/krx.txt": "XKRX:1 | 한별전자\nXKRX:2 | 누리은행",
        ])
        let article = Fixture.article("한별전자 소식", "한별전자는 크다. 한별전자는 지난해 봄 누리은행 인수 과정에서의 시세조종 뒤 급락했다.")
        let cues = ArticleScorer(lexicon: lexicon, engine: "t").explain(article).cues
        #expect(cues.map(\.span.text) == ["시세조종", "급락"])
        // The other one goes to the company named last before it.
        #expect(cues.map(\.company) == ["한별전자", "누리은행"])
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
                    kind: .polarity, field: .title, start: 0, end: 1, word: 0, clause: 0, sentence: 0, source: .sign,
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
        #expect(
            ClassDecision(parameters: Fixture.lexicon.parameters(of: .korean)).sentiment(sums(weights)).sentimentClass
                == expected)
    }

    private func sums(
        _ cues: [(kind: SentimentCue.Kind, weight: Double)], _ field: TextField = .body
    ) -> CueSums {
        var sums = CueSums()
        for (sentence, cue) in cues.enumerated() {
            sums.add(
                SentimentCue(
                    kind: cue.kind, field: field, start: 0, end: 1, word: 0, clause: 0, sentence: sentence,
                    source: .sign,
                    base: cue.weight, weight: cue.weight))
        }
        return sums
    }

    @Test(
        "in a headline or one sentence nothing cancels; over an article's sentences the smaller side is taken off both")
    func cancelling() {
        let one = sums([2, -2])
        #expect(one.sentences == 1 && one.balanced.positiveTotal == 2 && one.balanced.negativeTotal == 2)
        let two = sums([(.polarity, 2), (.polarity, -2)])
        #expect(two.sentences == 2 && two.balanced.positiveTotal == 1 && two.balanced.negativeTotal == 1)
        let headline = sums([(.polarity, 2), (.polarity, -2)], .title)
        #expect(headline.sentences == 2 && headline.balanced.positiveTotal == 2)
        // Opinions on one company and on the whole lie in the same article.
        #expect(one.adding(two).balanced.positiveTotal == 2)
        #expect(two.adding(CueSums()).balanced.positiveTotal == 1)
        let many = sums((0..<100).map { (.polarity, $0 % 2 == 0 ? 0.3 : -0.3) })
        #expect(abs(many.balanced.positiveTotal - 0.15) < 1e-9)
        #expect(many.raw.magnitude < 1e-9)
    }

    @Test("a little of every kind over many sentences is no more than as much of one kind")
    func condensing() {
        func positive(_ kinds: [SentimentCue.Kind]) -> Double {
            let cues = (0..<100).map { (kinds[$0 % kinds.count], 0.004) }
            return ClassDecision(parameters: ScoringParameters()).sentiment(sums(cues)).positive
        }
        let kinds: [SentimentCue.Kind] = [.polarity, .movement, .direction, .event]
        #expect(abs(positive(kinds) - positive([.polarity])) < 0.01)
    }

    @Test("the class of a long article agrees with its score", arguments: [0.0, 0.2, -0.2, 1, -1])
    func longArticle(_ lean: Double) {
        let kinds: [SentimentCue.Kind] = [.polarity, .movement, .direction, .event]
        let cues = (0..<60).map { (kinds[$0 % 4], ($0 / 4 % 2 == 0 ? 0.2 : -0.2) + lean / 20) }
        for parameters in [Language.korean, .english].map(Fixture.lexicon.parameters) {
            let sentiment = ClassDecision(parameters: parameters).sentiment(sums(cues))
            if sentiment.score.magnitude < 0.2 { #expect(sentiment.sentimentClass == .neutral) }
            if sentiment.score > 0.6 { #expect(sentiment.sentimentClass == .positive) }
            if sentiment.score < -0.6 { #expect(sentiment.sentimentClass == .negative) }
        }
    }

    @Test("probabilities sum to 1 and the score stays inside -1...1", arguments: [0, 0.3, 1, 5, 1e6, -1e6])
    func bounds(_ weight: Double) {
        for parameters in [Language.korean, .english].map(Fixture.lexicon.parameters) {
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

@Suite("Numbers and quantities")
struct QuantityTests {
    @Test(
        "a percent with a sign moves the quantity before it, else it counts for itself",
        arguments: [
            ("shares -3.2%", -1), ("stock of the year +5%", 1), ("sales +5%", 1), ("losses +5%", -1),
            ("costs (-3%)", 1),
            ("a range of 3-5%", 0), ("3% of it", 0), ("한별전자 -3.2%", -1), ("영업이익 +12%", 1), ("적자 -12%", 1),
            ("2-3% 수준", 0),
        ])
    func signed(_ text: String, _ sign: Double) {
        #expect(Fixture.record(text).sentiment.score.sign(of: sign), "\(Fixture.record(text).sentiment.score)")
    }

    @Test("a word that moves is enough")
    func signedBeside() {
        #expect(Fixture.record("profit rose +5%").evidence.map(\.span.text) == ["rose"])
        #expect(Fixture.record("영업이익 증가 +5%").evidence.map(\.span.text) == ["증가"])
    }

    @Test(
        "profit against loss counts whatever the amounts",
        arguments: [
            ("profit of EUR 1 mn, compared with a loss of EUR 3 mn", 1),
            ("loss of EUR 1 mn against a profit of EUR 3 mn", -1),
            ("profit of EUR 1 mn, compared with EUR 3 mn", -1),
        ])
    func turned(_ text: String, _ sign: Double) {
        #expect(Fixture.record(text).sentiment.score.sign(of: sign), "\(Fixture.record(text).sentiment.score)")
    }

    @Test("what stands behind a cause did not move")
    func causes() {
        // Else costs that fall would be good news.
        #expect(Fixture.record("shares fell on costs").evidence.map(\.modifiers) == [[]])
        #expect(Fixture.record("it cut costs").sentiment.score > 0)
        #expect(Fixture.record("profit after costs fell").sentiment.score != 0)
    }

    @Test("a quantity with alone= counts where nothing moves it")
    func alone() throws {
        let lexicon = try Fixture.lexicon([
            "ko/metrics.txt": "적자 | bad | alone=-1\n매출 | good", "ko/directions.txt": "줄/v | down 1.5",
        ])
        func score(_ text: String) -> Double {
            ArticleScorer(lexicon: lexicon, engine: "t").score(Fixture.article(text), now: Fixture.now).sentiment.score
        }
        #expect(score("적자를 냈다") < 0)
        #expect(score("적자가 줄었다") > 0)
        #expect(score("매출을 냈다") == 0)
        #expect(Fixture.problems(["ko/metrics.txt": "적자 | bad | often=-1"]).count == 1)
    }

    @Test("an event lifts a weaker term that it stands on, and no stronger or opposite one")
    func events() throws {
        func evidence(_ weight: Double) throws -> Evidence {
            let lexicon = try Fixture.lexicon([
                "ko/polarity.txt": "사임 | \(weight)",
                "ko/events.txt": "[leadership.departure] score=-0.7 party=any\n대표 .. 사임",
            ])
            let record = ArticleScorer(lexicon: lexicon, engine: "t").score(
                Fixture.article("대표 전격 사임"), now: Fixture.now)
            return try #require(record.evidence.first)
        }
        let event = Fixture.lexicon.parameters(of: .korean).eventWeight * -0.7
        #expect(try #require(evidence(-0.5).weight) == event)
        #expect(try evidence(-0.5).modifiers == ["as an event (ko/events.txt:2)"])
        #expect(try #require(evidence(-3).weight) == -3)
        #expect(try #require(evidence(1).weight) == 1)
    }
}

extension Double {
    /// Whether it has the sign of another number; 0 is its own.
    fileprivate func sign(of other: Double) -> Bool { (self > 0) == (other > 0) && (self < 0) == (other < 0) }
}
