import FeedParsing
import Foundation

/// Parses every feed of a folder in memory and prints megabytes per second of processor time: markup as it was written, then
/// HTML made text in the same pass.
struct ParseBenchmark: Benchmark {
    static let usage = "parse FOLDER [PASSES]"

    private let folder: String
    private let passes: Int

    init?(_ arguments: [String]) {
        guard (1...2).contains(arguments.count), let passes = arguments.count == 1 ? 5 : Int(arguments[1]), passes > 0
        else { return nil }
        folder = arguments[0]
        self.passes = passes
    }

    func run() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let feeds = names.compactMap { FileManager.default.contents(atPath: folder + "/" + $0).map(Array.init) }
        let size = feeds.reduce(0) { $0 + $1.count }
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        print("input     \(feeds.count) files, \(size) bytes")
        for (name, markup) in [("written ", FeedParserOptions.Markup.asWritten), ("text    ", .plainText)] {
            let parser = FeedParser(options: FeedParserOptions(markup: markup))
            let parsed = feeds.map { try? parser.parse($0, contentType: nil, baseURL: nil) }
            let entries = parsed.reduce(0) { $0 + ($1?.entries.count ?? 0) }
            let seconds = CPUTime.median(passes: passes) {
                for feed in feeds { _ = try? parser.parse(feed, contentType: nil, baseURL: nil) }
            }
            print(
                "\(name)  \(Int(Double(size) / seconds / 1e6)) MB/s, \(Int(Double(feeds.count) / seconds)) feeds/s,",
                "\(entries) entries, \(parsed.count { $0 == nil }) refused")
        }
        print("          processor time, median of \(passes) passes, one thread")
    }
}
