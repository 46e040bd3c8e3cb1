import ArgumentParser
import Pipeline

struct CompaniesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "companies", abstract: "Look companies up.", subcommands: [Find.self])

    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "find", abstract: "Find a company by a part of one of its names, or by its id.")

        @Argument(help: "A part of a name, Korean or English, or a ticker.")
        var name: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let found = try ScoringSetup.desk(global).companies(named: name)
            guard !found.isEmpty else { throw CommandFailure(.findings, "no company has \"\(name)\" in its names") }
            for line in found { try Console.line(line) }
        }
    }
}
