import NewsModel
import TestSupport
import Testing

@testable import Scoring

@Suite("ArticleScorer")
struct ArticleScorerTests {
    private static let pieces = [
        "한별전자", "가", " ", "기소됐다", ".", "\n", "美", "누리은행", "영업이익", "↑", "않았다", "…", "\"", "Alder", "profit", "rose",
        "not", "-", "ＡＢ", "é", "e\u{301}",
        "👨‍👩‍👧", "\u{1112}\u{1161}\u{11AB}", "%", "13.1", "억", "(111110)", "$ALDR", "대상", ",", "철회", "목표주가", "상향", "?",
        "\u{200B}", "證", "합병", "대표", "취임", "&", "\t",
        "5억→12억", "\u{0}", "\u{FFFD}", "\u{FEFF}",
    ]

    private static func text(_ random: inout SplitMix) -> String {
        (0..<Int(random.next() % 40)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined(
            separator: random.next() % 2 == 0 ? " " : "")
    }

    private static func json(_ record: ScoredRecord) -> String {
        var writer = JSONWriter()
        record.write(to: &writer)
        return writer.text
    }

    private func spans(_ record: ScoredRecord) -> [TextSpan] {
        record.evidence.map(\.span) + record.events.flatMap { $0.evidence.map(\.span) }
            + record.companies.flatMap { $0.mentions.map(\.span) }
    }

    @Test("what was scored before leaves no trace in a record")
    func memoryUsedAgain() {
        var random = SplitMix(seed: 11)
        let articles = (0..<120).map {
            Fixture.article(Self.text(&random), Self.text(&random), Language.allCases[$0 % 3])
        }
        for article in articles {
            let fresh = ArticleScorer(lexicon: Fixture.lexicon, engine: "newsward test")
            #expect(Fixture.scorer.score(article, now: Fixture.now) == fresh.score(article, now: Fixture.now))
        }
    }

    @Test("articles scored at the same time get the same records as one after another")
    func concurrently() async {
        var random = SplitMix(seed: 12)
        let articles = (0..<40).map {
            Fixture.article(Self.text(&random), Self.text(&random), Language.allCases[$0 % 3])
        }
        let expected = articles.map { Fixture.scorer.score($0, now: Fixture.now) }
        await withTaskGroup(of: (Int, ScoredRecord).self) { group in
            for index in articles.indices {
                group.addTask { (index, Fixture.scorer.score(articles[index], now: Fixture.now)) }
            }
            for await (index, record) in group { #expect(record == expected[index]) }
        }
    }

    @Test("spans lie inside the text and spell it; the same input gives the same bytes", arguments: 0..<300)
    func properties(_ round: Int) {
        var random = SplitMix(seed: UInt64(round))
        let title = Self.text(&random)
        let body = Self.text(&random)
        let language = Language.allCases[round % 3]
        let article = Fixture.article(title, body, language)
        let record = Fixture.scorer.score(article, now: Fixture.now)
        for span in spans(record) {
            let scalars = Array((span.field == .title ? title : body).unicodeScalars)
            #expect(span.start >= 0 && span.start < span.end && span.end <= scalars.count)
            #expect(
                String(String.UnicodeScalarView(scalars[span.start..<span.end])).unicodeScalars.elementsEqual(
                    span.text.unicodeScalars))
        }
        #expect(Self.json(record) == Self.json(Fixture.scorer.score(article, now: Fixture.now)))
        #expect(record.companies.allSatisfy { (0...100).contains($0.relevance) })
        #expect(record.events.allSatisfy { (0...100).contains($0.severity) && (-1...1).contains($0.score) })
        #expect((0...1).contains(record.confidence))
    }

    @Test("random bytes do no harm", arguments: 0..<100)
    func randomBytes(_ round: Int) {
        var random = SplitMix(seed: 777 + UInt64(round))
        let bytes = (0..<Int(random.next() % 500)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let text = String(decoding: bytes, as: UTF8.self)
        for language in Language.allCases { _ = Fixture.record(text, text, language) }
    }

    @Test("unrelated text after it never removes an event", arguments: EventTests.cases.map(\.text))
    func appending(_ text: String) {
        let before = Fixture.record(text).eventTypes
        let isKorean = text.unicodeScalars.contains { Syllable.isSyllable($0.value) }
        let more = isKorean ? "내일은 비가 온다. 우산을 챙기자." : "Rain is due tomorrow. Take an umbrella."
        #expect(Fixture.record(text, more).eventTypes == before)
        #expect(
            Fixture.record("", text + "\n" + more).eventTypes.sorted() == Fixture.record("", text).eventTypes.sorted())
    }

    @Test("a language that is not known gets companies only")
    func undetermined() {
        let record = Fixture.record("한별전자 기소 급락", "", .undetermined)
        #expect(record.companies.map(\.company.name) == ["한별전자"])
        #expect(record.events.isEmpty && record.evidence.isEmpty)
        #expect(record.sentiment == .none)
        #expect(record.confidence == 0)
        #expect(record.companies[0].sentiment == .none)
    }

    @Test("an empty article is neutral")
    func empty() {
        let record = Fixture.record("", "")
        #expect(record.sentiment.sentimentClass == .neutral)
        #expect(record.companies.isEmpty && record.events.isEmpty && record.severity == 0)
    }

    @Test("the record carries the article's own fields, the text only where the body was extracted")
    func fields() {
        let article = Article(
            id: "a1", source: "시험일보", url: "https://example.org/1", title: "한별전자 급락", body: "본문", bodyIsExtracted: true,
            language: .korean,
            publishedAt: Timestamp(seconds: 5), seenAt: Fixture.now)
        let record = Fixture.scorer.score(article, now: Fixture.now)
        #expect(
            record.id == "a1" && record.source == "시험일보" && record.url == "https://example.org/1"
                && record.title == "한별전자 급락")
        #expect(record.text == "본문")
        #expect(record.publishedAt == Timestamp(seconds: 5) && record.scoredAt == Fixture.now)
        #expect(record.engine == "newsward test" && record.lexicon == Fixture.lexicon.hash)
        #expect(Fixture.record("제목", "본문").text == nil)
    }

    @Test(
        "a megabyte of one cue takes time in proportion",
        arguments: ["기소 ", "기소", "profit rose ", "한별전자 ", "(", "\"", "5 → ", "목표주가 ", "한별전자 기소 & ", "증권"])
    func hostile(_ cue: String) {
        let clock = ContinuousClock()
        func time(_ size: Int) -> Duration {
            let body = String(repeating: cue, count: size / cue.utf8.count)
            return clock.measure { _ = Fixture.record("제목", body, cue == "profit rose " ? .english : .korean) }
        }
        _ = time(1000)
        let small = time(4_000)
        let large = time(32_000)
        // Eight times the text: a quadratic step would take 64 times as long.
        #expect(large < small * 30 + .milliseconds(300), "\(small) -> \(large)")
    }
}

@Suite("Explanation")
struct ExplanationTests {
    @Test("holds what the record was made of")
    func sameEvaluation() throws {
        let article = Fixture.article("한별전자 불구속 기소, 매출이 늘지 않았다")
        let explanation = Fixture.scorer.explain(article)
        let record = Fixture.scorer.score(article, now: Fixture.now)
        #expect(explanation.sentiment == record.sentiment)
        #expect(explanation.events == record.events)
        #expect(explanation.companies == record.companies)
        #expect(explanation.cues.filter { $0.kind != "event" }.map(\.span) == record.evidence.map(\.span))
        let raw = explanation.cues.reduce(0) { $0 + $1.weight }
        #expect(abs(raw - (explanation.positive - explanation.negative)) < 1e-9)
        #expect(abs(explanation.sums.reduce(0, +) - explanation.positive - explanation.negative) < 1e-9)
    }

    @Test("tells of every rule what became of it")
    func rules() {
        let rules = Fixture.scorer.explain(Fixture.article("한별전자 대표 불구속 기소")).rules
        #expect(rules.map(\.rule) == ["ko/events.txt:17", "ko/events.txt:16"])
        #expect(rules.map(\.refusal) == [nil, "ko/events.txt:17 says more"])
        #expect(rules.map(\.text) == ["불구속 기소/h", "기소/h"])
    }

    @Test(
        "an excluded rule names the word that excluded it",
        arguments: [
            ("한별전자 목표주가 하향 뒤 상향", "excluded by 하향"), ("시장 절도범 기소", "no company is party to it"),
        ])
    func refusals(_ title: String, _ reason: String) {
        #expect(Fixture.scorer.explain(Fixture.article(title)).rules.contains { $0.refusal == reason })
    }

    @Test("the arithmetic stands in one line")
    func arithmetic() {
        let explanation = Fixture.scorer.explain(Fixture.article("강세"))
        #expect(explanation.arithmetic == "raw = 2.0 - 0.0 = 2.0; score = raw / sqrt(raw^2 + 6.0) = 0.6325")
    }
}
