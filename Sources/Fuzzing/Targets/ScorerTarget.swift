import Foundation
import NewsModel
import Scoring
import StrictJSON

/// A text through the scorer with the project's lexicons: spans lie in the text and spell it, numbers keep their ranges, a
/// second run gives the same bytes.
struct KoreanScorerTarget: FuzzTarget {
    static let name = "scorer-ko"
    static let seeds = [
        "[특징주] 삼성전자, 3분기 영업이익 5억→12억 급증…목표주가 상향\n증권가는 '매수' 의견을 냈다.", "카카오 前 대표 불구속 기소…검찰 \"주가 조작 혐의\"",
        "현대차(005380)·기아, 리콜 10만대 ↑\n그러나 유상증자는 철회하지 않았다고 밝혔다?", "美 엔비디아 실적 쇼크에 SK하이닉스 -5.3% 뚝",
    ].map { Array($0.utf8) }

    private let check: ScorerCheck

    init() throws {
        check = try ScorerCheck(language: .korean)
    }

    func check(_ bytes: [UInt8]) throws(FuzzFinding) {
        try check.run(bytes)
    }
}

/// The same for English.
struct EnglishScorerTarget: FuzzTarget {
    static let name = "scorer-en"
    static let seeds = [
        "Tesla's profit fell 20% to EUR 8.7 mn from EUR 13.1 mn, but didn't miss estimates\nShares (NASDAQ: TSLA) rose.",
        "$AAPL sued by FTC over non-profit's claims; denies wrongdoing?",
        "U.S. judge clears Boeing Co. of fraud charges -- shares up",
        "Goldman Sachs cuts Intel to sell from neutral, may acquire AT&T stake",
    ].map { Array($0.utf8) }

    private let check: ScorerCheck

    init() throws {
        check = try ScorerCheck(language: .english)
    }

    func check(_ bytes: [UInt8]) throws(FuzzFinding) {
        try check.run(bytes)
    }
}

/// What both languages are checked for.
private struct ScorerCheck {
    let language: Language
    private let scorer: ArticleScorer
    private static let now = Timestamp(seconds: 0)

    init(language: Language) throws {
        self.language = language
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../lexicons").standardized
        scorer = ArticleScorer(lexicon: try CompiledLexicon.load(folder: root.path), engine: "fuzz")
    }

    /// The first line is the title, the rest the body.
    func run(_ bytes: [UInt8]) throws(FuzzFinding) {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let article = Article(
            id: "fuzz", title: parts[0], body: parts.count > 1 ? parts[1] : "", language: language, seenAt: Self.now)
        let record = scorer.score(article, now: Self.now)
        try checkSpans(record, article)
        try checkRanges(record)
        let json = Self.json(record)
        try FuzzFinding.unless(
            json == Self.json(scorer.score(article, now: Self.now)), "a second run gives other bytes")
        try FuzzFinding.unless((try? JSONText.element(of: json)) != nil, "the record is no JSON")
    }

    private func checkSpans(_ record: ScoredRecord, _ article: Article) throws(FuzzFinding) {
        let scalars = [TextField.title: Array(article.title.unicodeScalars), .body: Array(article.body.unicodeScalars)]
        let spans =
            record.evidence.map(\.span) + record.events.flatMap { $0.evidence.map(\.span) }
            + record.companies.flatMap { $0.mentions.map(\.span) }
        for span in spans {
            let text = scalars[span.field] ?? []
            try FuzzFinding.unless(
                0 <= span.start && span.start < span.end && span.end <= text.count, "a span lies outside the text")
            try FuzzFinding.unless(
                text[span.start..<span.end].elementsEqual(span.text.unicodeScalars), "a span does not spell its text")
        }
    }

    private func checkRanges(_ record: ScoredRecord) throws(FuzzFinding) {
        for sentiment in [record.sentiment] + record.companies.map(\.sentiment) {
            let sum = sentiment.positive + sentiment.neutral + sentiment.negative
            try FuzzFinding.unless(
                abs(sum - 1) < 1e-9 && abs(sentiment.score) <= 1, "a sentiment is out of its range: \(sentiment)")
        }
        for event in record.events {
            try FuzzFinding.unless(
                (0...100).contains(event.severity) && (0...100).contains(event.relevance) && abs(event.score) <= 1,
                "an event is out of its range: \(event)")
        }
        try FuzzFinding.unless((0...100).contains(record.severity), "the severity is \(record.severity)")
    }

    private static func json(_ record: ScoredRecord) -> [UInt8] {
        var json = JSONWriter()
        record.write(to: &json)
        return json.bytes
    }
}
