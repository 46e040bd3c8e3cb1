import Foundation

/// How fast this machine does the work of one module, each with a check of the answers. Prints what the figures need
/// beside them to mean something.
@main
struct Benchmarks {
    static let usage = """
        usage: newsward-benchmarks score LEXICONS FILE.ndjson [PASSES]
               newsward-benchmarks store [ARTICLES [BYTES]]
               newsward-benchmarks deliver LEXICONS SINK-URL [COUNT [dead]]
               newsward-benchmarks stories FILE.ndjson

        """

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            guard try await run(arguments.first ?? "", Array(arguments.dropFirst())) else { fail(usage, 2) }
        } catch {
            fail("\(error)\n", 1)
        }
    }

    /// False where the arguments are wrong.
    private static func run(_ name: String, _ values: [String]) async throws -> Bool {
        switch (name, values.count) {
        case ("score", 2...3):
            guard let passes = number(values, at: 2, default: 5) else { return false }
            try ScoreBenchmark(lexicons: values[0], input: values[1], passes: passes).run()
        case ("store", 0...2):
            guard let articles = number(values, at: 0, default: 20_000), let bytes = number(values, at: 1, default: 300)
            else { return false }
            try await StoreBenchmark(articles: articles, bodyLength: bytes).run()
        case ("deliver", 2...4):
            guard let count = number(values, at: 2, default: 30_000) else { return false }
            try await DeliverBenchmark(
                lexicons: values[0], sink: values[1], count: count, hasDead: values.count == 4 && values[3] == "dead"
            ).run()
        case ("stories", 1):
            try StoriesBenchmark(input: values[0]).run()
        default: return false
        }
        return true
    }

    private static func number(_ values: [String], at place: Int, default fallback: Int) -> Int? {
        guard values.count > place else { return fallback }
        return Int(values[place]).flatMap { $0 > 0 ? $0 : nil }
    }

    private static func fail(_ message: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data(message.utf8))
        exit(status)
    }
}
