import Foundation

/// One measurement of the program's parts, run by hand: `newsward-benchmarks NAME ...`. Never a test.
protocol Benchmark: SendableMetatype {
    /// The words after the program's name: `score LEXICONS FILE.ndjson [PASSES]`.
    static var usage: String { get }
    /// - Parameter arguments: what follows the benchmark's name; nil is given for too few, too many or wrong ones.
    init?(_ arguments: [String])
    func run() async throws
}

/// How fast this machine does the work of each part, with a check of the answers.
@main
struct Benchmarks {
    private static let all: [any Benchmark.Type] = [
        ScoreBenchmark.self, HostileBenchmark.self, ParseBenchmark.self, JSONSuiteBenchmark.self, StoreBenchmark.self,
        DeliverBenchmark.self, StoriesBenchmark.self,
    ]

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let kind = all.first { $0.usage.split(separator: " ").first.map(String.init) == arguments.first }
        guard let benchmark = kind?.init(Array(arguments.dropFirst())) else {
            let lines = (kind.map { [$0] } ?? all).map { "newsward-benchmarks \($0.usage)" }
            fail("usage: " + lines.joined(separator: "\n       ") + "\n", 2)
        }
        do {
            try await benchmark.run()
        } catch {
            fail("\(error)\n", 1)
        }
    }

    private static func fail(_ message: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data(message.utf8))
        exit(status)
    }
}
