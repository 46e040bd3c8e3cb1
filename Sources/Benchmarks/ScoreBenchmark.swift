import Foundation
import NewsModel
import Scoring

/// Scores a file of NDJSON ({"title", "body"?, "language"}) in memory and prints rates per second of processor time.
struct ScoreBenchmark: Benchmark {
    static let usage = "score LEXICONS FILE.ndjson [PASSES]"

    private let lexicons: String
    private let input: String
    private let passes: Int

    init?(_ arguments: [String]) {
        guard (2...3).contains(arguments.count), let passes = arguments.count == 2 ? 5 : Int(arguments[2]), passes > 0
        else { return nil }
        lexicons = arguments[0]
        input = arguments[1]
        self.passes = passes
    }

    func run() throws {
        let articles = try readArticles()
        let size = articles.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
        let start = CPUTime.seconds
        let lexicon = try CompiledLexicon.load(folder: lexicons)
        let loading = CPUTime.seconds - start
        let scorer = ArticleScorer(lexicon: lexicon, engine: "benchmark")
        let answer = check(articles, scorer)
        let scoring = CPUTime.median(passes: passes) {
            for article in articles { _ = scorer.score(article, now: Self.now) }
        }
        let writing = CPUTime.median(passes: passes) {
            for article in articles {
                var json = JSONWriter()
                scorer.score(article, now: Self.now).write(to: &json)
            }
        }
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        print("lexicons  \(lexicon.hash.prefix(19)), loaded in \(decimals(loading, 3)) s")
        print("input     \(articles.count) articles, \(size) bytes of text")
        print("answer    \(answer.events) events, checksum \(String(answer.checksum, radix: 16))")
        print("score     \(rate(articles.count, size, scoring))")
        print("and JSON  \(rate(articles.count, size, writing))")
        print("          processor time, median of \(passes) passes, one thread")
    }

    private static let now = Timestamp(seconds: 0)

    private func readArticles() throws -> [Article] {
        let lines = try Data(contentsOf: URL(fileURLWithPath: input)).split(separator: UInt8(ascii: "\n"))
        return try lines.enumerated().map { number, line in
            let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
            return Article(
                id: String(number), title: object["title"] as? String ?? "", body: object["body"] as? String ?? "",
                language: (object["language"] as? String).flatMap(Language.init(rawValue:)) ?? .korean,
                seenAt: Self.now)
        }
    }

    /// Number of events, and FNV-1a over the records as JSON: a faster program must give the same.
    private func check(_ articles: [Article], _ scorer: ArticleScorer) -> (events: Int, checksum: UInt64) {
        var events = 0
        var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
        for article in articles {
            let record = scorer.score(article, now: Self.now)
            events += record.events.count
            var json = JSONWriter()
            record.write(to: &json)
            for byte in json.bytes { checksum = (checksum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        return (events, checksum)
    }

    private func rate(_ count: Int, _ bytes: Int, _ seconds: Double) -> String {
        let perSecond = Int(Double(count) / seconds)
        return "\(perSecond) articles/s, \(decimals(Double(bytes) / seconds / 1e6, 2)) MB/s"
    }

    private func decimals(_ value: Double, _ count: Int) -> String {
        String(format: "%.\(count)f", value)
    }
}
