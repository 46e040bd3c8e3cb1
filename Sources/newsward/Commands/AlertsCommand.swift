import ArgumentParser
import Pipeline

struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Try rules, routes and receivers; look at alerts; send again what was given up.",
        subcommands: [
            List.self, TestCommand.self, RouteCommand.self, Dead.self, Retry.self, Attempts.self, Acknowledge.self,
            Why.self, WhyNot.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Print the latest alerts, one JSON object a line.")

        @Option(help: "How many, 1 to 500.")
        var limit = 50

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await StoredLists.print(global) { try await $0.alerts(limit: limit) }
        }
    }

    struct Dead: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "dead", abstract: "Print the deliveries that were given up, one JSON object a line.")

        @Option(help: "How many, 1 to 500.")
        var limit = 50

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await StoredLists.print(global) { try await $0.deadDeliveries(limit: limit) }
        }
    }
}

/// Prints rows of the store beside a running daemon.
enum StoredLists {
    static func print(_ global: GlobalOptions, _ load: (StoreReader) async throws -> [String]) async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        do {
            let reader = try StoreReader(dataFolder: configuration.settings.dataFolder)
            for line in try await load(reader) { try Console.line(line) }
        } catch let failure as MonitorFailure {
            throw CommandFailure(failure)
        }
    }
}
