import Foundation

/// `newsward-benchmarks score LEXICONS FILE.ndjson [PASSES]`: how fast this machine scores, with a check of the answers.
@main
struct Benchmarks {
    static let usage = "usage: newsward-benchmarks score LEXICONS FILE.ndjson [PASSES]\n"

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3 || arguments.count == 4, arguments.first == "score" else { fail(usage, 2) }
        let values = Array(arguments.dropFirst())
        let passes = values.count == 3 ? Int(values[2]) ?? 0 : 5
        guard passes > 0 else { fail("PASSES must be a number above 0\n", 2) }
        do {
            try ScoreBenchmark(lexicons: values[0], input: values[1], passes: passes).run()
        } catch {
            fail("\(error)\n", 1)
        }
    }

    private static func fail(_ message: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data(message.utf8))
        exit(status)
    }
}
