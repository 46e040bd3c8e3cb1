import Foundation
import NewsModel
import Scoring

/// Scores files of NDJSON ({"title", "body"?, "language"}) in memory and prints rates per second of processor time, and
/// how long the lexicons take to load, compiled and from the cache.
struct ScoreBenchmark: Benchmark {
    static let usage = "score LEXICONS FILE.ndjson... [PASSES]"

    private let lexicons: String
    private let inputs: [String]
    private let passes: Int

    init?(_ arguments: [String]) {
        var rest = arguments
        let passes = rest.last.flatMap(Int.init)
        if passes != nil { rest.removeLast() }
        guard rest.count >= 2, passes ?? 5 > 0 else { return nil }
        lexicons = rest[0]
        inputs = Array(rest.dropFirst())
        self.passes = passes ?? 5
    }

    func run() throws {
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        let lexicon = try load()
        let scorer = ArticleScorer(lexicon: lexicon, engine: "benchmark")
        for input in inputs { try measure(input, scorer) }
        print("          processor time, median of \(passes) passes, one thread")
    }

    /// Loads without a cache, which is empty at first, then from it.
    private func load() throws -> CompiledLexicon {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "newsward-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
        ).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = LexiconCache(folder: folder, program: "benchmark")
        var seconds: [Double] = []
        var last: CompiledLexicon?
        for _ in 0..<2 {
            let start = CPUTime.seconds
            last = try CompiledLexicon.load(folder: lexicons, cache: cache)
            seconds.append(CPUTime.seconds - start)
        }
        guard let last else { throw CocoaError(.fileReadUnknown) }
        print(
            "lexicons  \(last.hash.prefix(19)), compiled and kept in \(decimals(seconds[0], 3)) s, loaded in",
            "\(decimals(seconds[1], 3)) s")
        return last
    }

    private func measure(_ input: String, _ scorer: ArticleScorer) throws {
        let articles = try readArticles(input)
        let size = articles.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
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
        print("input     \(input): \(articles.count) articles, \(size) bytes of text")
        print("answer    \(answer.events) events, checksum \(String(answer.checksum, radix: 16))")
        print("score     \(rate(articles.count, size, scoring))")
        print("and JSON  \(rate(articles.count, size, writing))")
    }

    private static let now = Timestamp(seconds: 0)

    private func readArticles(_ input: String) throws -> [Article] {
        let lines = try Data(contentsOf: URL(fileURLWithPath: input)).split(separator: UInt8(ascii: "\n"))
        return try lines.enumerated().map { number, line in
            let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
            let language = (object["language"] ?? object["lang"]) as? String
            return Article(
                id: String(number), title: object["title"] as? String ?? "", body: object["body"] as? String ?? "",
                language: language.flatMap(Language.init(rawValue:)) ?? .korean, seenAt: Self.now)
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
