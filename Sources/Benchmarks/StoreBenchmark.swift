import Foundation
import Logging
import NewsModel
import Storage

/// Commits invented articles in batches at synchronous=FULL, as polls do, and prints rows a second.
struct StoreBenchmark: Benchmark {
    static let usage = "store [ARTICLES [BYTES]]"

    private let articles: Int
    private let bodyLength: Int

    /// Rows of one article: story, article, assessment, member, trail.
    private static let rowsPerArticle = 5

    init?(_ arguments: [String]) {
        let numbers = arguments.compactMap { Int($0) }.filter { $0 > 0 }
        guard arguments.count <= 2, numbers.count == arguments.count else { return nil }
        articles = numbers.first ?? 20_000
        bodyLength = numbers.count > 1 ? numbers[1] : 300
    }

    func run() async throws {
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        print("input     \(articles) articles with \(bodyLength) bytes of text, \(Self.rowsPerArticle) rows each")
        for batch in [20, 100] { try await run(batch: batch) }
    }

    private func run(batch: Int) async throws {
        let folder =
            FileManager.default.temporaryDirectory.path + "/newsward-store-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteNewsStore.open(folder: folder, logger: Logger(label: "benchmark"))
        let batches = stride(from: 0, to: articles, by: batch).map { start in
            (start..<min(start + batch, articles)).map { SampleNews.stored($0, bodyLength: bodyLength) }
        }
        let clock = ContinuousClock()
        let cpu = CPUTime.seconds
        let begin = clock.now
        for batch in batches { try await store.commit(batch, feed: nil) }
        let wall =
            Double((clock.now - begin).components.attoseconds) / 1e18 + Double((clock.now - begin).components.seconds)
        let used = CPUTime.seconds - cpu
        let found = try await store.totals().articles
        guard found == articles else { throw BenchmarkFailure("stored \(articles) articles, found \(found)") }
        try await store.close()
        let rows = Double(articles * Self.rowsPerArticle)
        print(
            "batch \(batch * Self.rowsPerArticle) rows: \(Int(rows / wall)) rows/s (\(Int(Double(articles) / wall)) articles/s), "
                + "\(Int(rows / used)) rows/CPU-s")
    }
}

/// Why a benchmark's answer is wrong.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
