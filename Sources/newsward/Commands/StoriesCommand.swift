import ArgumentParser
import Foundation
import NewsModel
import Pipeline

struct StoriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories", abstract: "Look at what joins articles to stories.", subcommands: [Compare.self])

    struct Compare: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "compare",
            abstract: "Compare texts: NDJSON {\"id\", \"a\", \"b\"} in, {\"id\", \"similarity\"} out, 0 to 1.")

        @Argument(help: "A file, or - for standard input.")
        var pairs: String?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let reader = try LineReader(path: pairs == "-" ? nil : pairs)
            var number = 0
            var hasProblem = false
            while true {
                let lines = try reader.next(256)
                guard !lines.isEmpty else { break }
                var output: [UInt8] = []
                for line in lines {
                    number += 1
                    let compared = PairComparison.line(line, number: number)
                    output += compared.bytes + [UInt8(ascii: "\n")]
                    hasProblem = hasProblem || compared.isProblem
                }
                try Console.write(output)
            }
            if hasProblem { throw CommandFailure(.input) }
        }
    }
}
