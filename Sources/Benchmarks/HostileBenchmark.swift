import Foundation
import NewsModel
import Scoring

/// Scores texts of one megabyte that repeat one thing, and names the slowest: no text may take more than linear time.
struct HostileBenchmark: Benchmark {
    static let usage = "hostile LEXICONS [PART OF A NAME]"

    private let lexicons: String
    private let part: String

    init?(_ arguments: [String]) {
        guard (1...2).contains(arguments.count) else { return nil }
        lexicons = arguments[0]
        part = arguments.count == 2 ? arguments[1] : ""
    }

    func run() throws {
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        let scorer = ArticleScorer(lexicon: try CompiledLexicon.load(folder: lexicons), engine: "benchmark")
        var rates: [(name: String, rate: Double)] = []
        for text in HostileText.all(lexicons) where part.isEmpty || text.name.contains(part) {
            let article = Article(
                id: "", title: "", body: text.repeated(bytes: 1_000_000), language: text.language,
                seenAt: Timestamp(seconds: 0))
            let seconds = CPUTime.median(passes: 1) { _ = scorer.score(article, now: Timestamp(seconds: 0)) }
            rates.append((text.name, Double(article.body.utf8.count) / seconds / 1e6))
        }
        rates.sort { $0.rate < $1.rate }
        for (name, rate) in rates.prefix(25) { print("\(String(format: "%8.1f", rate)) MB/s  \(name)") }
        guard let lowest = rates.first else { return print("no text has \(part) in its name") }
        print("lowest    \(String(format: "%.1f", lowest.rate)) MB/s of \(rates.count) texts: \(lowest.name)")
    }
}
