import ArgumentParser
import Pipeline

struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Try rules, routes and receivers; look at alerts; send again what was given up.",
        subcommands: [
            List.self, TestCommand.self, RouteCommand.self, Dead.self, Retry.self, Why.self, WhyNot.self,
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

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry", abstract: "Send a delivery again, under its id and with its bytes.")

        @Argument(help: "The delivery's id, as `alerts dead` prints it.")
        var id: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let client = DaemonClient(configuration, logger: global.logger())
            if client.isThere {
                _ = try await client.post("/api/deliveries/\(id)/retry")
            } else {
                let found = try await MonitorSetup.withMonitor(configuration, global) { monitor in
                    let found = try await monitor.retry(deliveryID: id)
                    if found { _ = try await monitor.deliverOnce(seconds: 60) }
                    return found
                }
                guard found else { throw CommandFailure(.usage, "there is no delivery with the id \(id)") }
            }
            Console.note("\(id) is due again")
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
