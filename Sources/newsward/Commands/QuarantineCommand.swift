import ArgumentParser
import Pipeline

struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Feeds set aside because the program died three times in a row while it read them.",
        subcommands: [List.self, Release.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the feeds set aside.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await StoredLists.print(global) { reader in
                try await reader.quarantinedFeeds().map {
                    "\(TextStyle.oneLine($0.url))  \(TextStyle.oneLine($0.reason))"
                }
            }
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Poll a feed again that was set aside.")

        @Argument(help: "The feed's address, as configured.")
        var url: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await FeedSwitch.set(url, enabled: true, global)
        }
    }
}
