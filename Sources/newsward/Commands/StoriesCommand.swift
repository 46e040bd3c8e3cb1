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
            let reader = try BlockReader(path: pairs == "-" ? nil : pairs)
            var hasProblem = false
            while let block = try reader.next() {
                let compared = PairComparison.compare(block)
                try Console.write(compared.bytes)
                hasProblem = hasProblem || compared.hasProblem
            }
            if hasProblem { throw CommandFailure(.input) }
        }
    }
}
