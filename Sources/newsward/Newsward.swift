import ArgumentParser
import Foundation
import NewsModel

/// The program: a table of its commands. Each has a file of its own in Commands/.
@main
struct Newsward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsward",
        abstract: "Turns news feeds into risk notices about listed companies.",
        discussion: """
            Start with `newsward demo`, which needs no network, or `newsward init FOLDER`, which writes a configuration.
            Exit codes: 0 done, 1 done with findings, 2 usage, 3 configuration, 4 input, 5 network, 6 storage, 75 try again later.
            """,
        subcommands: [
            RunCommand.self, PollCommand.self, ScoreCommand.self, ExplainCommand.self, ExtractCommand.self,
            FeedCommand.self, FeedsCommand.self, AlertsCommand.self, SilenceCommand.self, LexiconCommand.self,
            CompaniesCommand.self,
            StoriesCommand.self, StatusCommand.self, ReloadCommand.self, InitCommand.self, CheckCommand.self,
            DemoCommand.self, ReplayCommand.self, SearchCommand.self, ExportCommand.self, BackupCommand.self,
            MigrateCommand.self,
            DoctorCommand.self, WatchlistCommand.self, QuarantineCommand.self,
        ])

    @Flag(name: .long, help: "Print the version of the program, the lexicon and the C libraries.")
    var version = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        guard version else { throw CleanExit.helpRequest(self) }
        try printVersion(global)
    }

    static func main() async {
        // A reader that closes our output is told by an error of the write, not by a signal that ends us.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot(ArgumentOrder.globalOptionsLast(Array(CommandLine.arguments.dropFirst())))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            if !failure.message.isEmpty { Console.complain(failure.message) }
            leave(failure.status)
        } catch is ClosedOutput {
            // The reader of our output has gone (`| head`): nothing is left to say, and nobody to say it to.
            leave(.done)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code.isSuccess {
                print(text)
                leave(.done)
            }
            Console.complain(text)
            leave(code == .validationFailure ? .usage : .findings)
        }
    }

    private static func leave(_ status: ExitStatus) -> Never {
        Foundation.exit(status.rawValue)
    }
}
