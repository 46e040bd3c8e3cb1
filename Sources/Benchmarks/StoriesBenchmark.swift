import Foundation
import NewsModel
import Stories

/// Places articles ({"id", "body", "dup"?, "exact"?} a line; "dup" names the article it is a copy of) into stories, and
/// prints how many copies are found, how many articles are taken for copies of others, and what an article costs.
struct StoriesBenchmark: Benchmark {
    static let usage = "stories FILE.ndjson"

    private let input: String

    private struct Item {
        let article: Article
        let record: ScoredRecord
        let origin: String
        let isCopy: Bool
        let isExact: Bool
    }

    init?(_ arguments: [String]) {
        guard arguments.count == 1 else { return nil }
        input = arguments[0]
    }

    func run() throws {
        let items = try read()
        let memory = MachineLine.memory
        var index = StoryIndex(windowSeconds: 3 * 86_400)
        var stories: [String] = []
        stories.reserveCapacity(items.count)
        let cpu = CPUTime.seconds
        for item in items { stories.append(index.place(article: item.article, record: item.record).story.id) }
        let used = CPUTime.seconds - cpu
        let grown = MachineLine.memory - memory
        let answer = check(items, stories)
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        print("input     \(items.count) articles, \(items.reduce(0) { $0 + $1.article.body.utf8.count }) bytes")
        print(
            "answer    near copies found \(answer.near), equal ones \(answer.exact), in a wrong story \(answer.wrong)")
        print("speed     \(Int(Double(items.count) / used)) articles/CPU-s, looked up and inserted")
        print("memory    \(grown / max(1, items.count)) bytes an article, story table and ids included")
    }

    private func check(_ items: [Item], _ stories: [String]) -> (near: String, exact: String, wrong: Int) {
        var origins: [String: String] = [:]
        var wrong = 0
        var found = [0, 0]
        var copies = [0, 0]
        for (item, story) in zip(items, stories) {
            let origin = origins[story]
            if let origin, origin != item.origin { wrong += 1 }
            origins[story] = origin ?? item.origin
            guard item.isCopy else { continue }
            copies[item.isExact ? 1 : 0] += 1
            if origin == item.origin { found[item.isExact ? 1 : 0] += 1 }
        }
        func share(_ kind: Int) -> String {
            String(format: "%.3f", Double(found[kind]) / Double(max(1, copies[kind]))) + " of \(copies[kind])"
        }
        return (share(0), share(1), wrong)
    }

    private func read() throws -> [Item] {
        let lines = try Data(contentsOf: URL(fileURLWithPath: input)).split(separator: UInt8(ascii: "\n"))
        return try lines.enumerated().map { number, line in
            let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
            let id = object["id"] as? String ?? String(number)
            let moment = SampleNews.start.adding(seconds: Int64(number))
            let article = Article(
                id: id, title: "", body: object["body"] as? String ?? "", language: .english, seenAt: moment)
            let record = ScoredRecord(
                id: id, title: "", language: .english, scoredAt: moment, sentiment: .none, confidence: 0, companies: [],
                events: [], severity: 0, evidence: [], engine: "", lexicon: "")
            return Item(
                article: article, record: record, origin: object["dup"] as? String ?? id, isCopy: object["dup"] != nil,
                isExact: object["exact"] as? Bool ?? false)
        }
    }
}
