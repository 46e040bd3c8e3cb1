import ArgumentParser
import NewsModel
import Pipeline

extension AlertsCommand {
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry", abstract: "Send again what was given up, under its id and with its bytes.",
            discussion:
                "Give ids, or a range of dead letters with --since, --until and --receiver, or --all. A receiver that "
                + "wanted nothing more (410) is tried again.")

        @Argument(help: "Ids of deliveries, as `alerts dead` prints them.")
        var ids: [String] = []

        @Option(help: "Dead letters made since then, such as 2026-11-25T00:00:00Z.")
        var since: String?

        @Option(help: "Dead letters made until then.")
        var until: String?

        @Option(help: "Only dead letters to this receiver.")
        var receiver: String?

        @Flag(help: "Every dead letter.")
        var all = false

        @OptionGroup var global: GlobalOptions

        private var hasRange: Bool { since != nil || until != nil || receiver != nil || all }

        func run() async throws {
            guard ids.isEmpty == hasRange else {
                throw CommandFailure(.usage, "give ids, or a range by --since, --until, --receiver or --all")
            }
            let range = DeliveryRange(
                since: try since.map(MomentText.moment), until: try until.map(MomentText.moment), receiver: receiver)
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let client = DaemonClient(configuration, logger: global.logger())
            if client.isThere {
                try await retry(range, through: client)
            } else {
                try await MonitorSetup.withMonitor(configuration, global) { monitor in
                    try await retry(range, with: monitor)
                    _ = try await monitor.deliverOnce(seconds: 60)
                }
            }
        }

        private func retry(_ range: DeliveryRange, through client: DaemonClient) async throws {
            for id in ids {
                _ = try await client.post("/api/deliveries/\(id)/retry")
                Console.note("\(id) is due again")
            }
            guard hasRange else { return }
            var json = JSONWriter()
            json.object { json in
                json.name("since")
                json.string(range.since?.iso8601)
                json.name("until")
                json.string(range.until?.iso8601)
                json.name("receiver")
                json.string(range.receiver)
            }
            try Console.write(try await client.post("/api/deliveries/retry", body: json.text))
        }

        private func retry(_ range: DeliveryRange, with monitor: Monitor) async throws {
            for id in ids {
                guard try await monitor.retry(deliveryID: id) else {
                    throw CommandFailure(.usage, "there is no delivery with the id \(id)")
                }
                Console.note("\(id) is due again")
            }
            guard hasRange else { return }
            let count = try await monitor.retryDead(range)
            Console.note(count == 1 ? "1 delivery is due again" : "\(count) deliveries are due again")
        }
    }

    struct Attempts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "attempts",
            abstract: "Print every try of a delivery, with its status, its latency and the answer's first 256 bytes.")

        @Argument(help: "The delivery's id.")
        var id: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await StoredLists.print(global) { try await $0.attempts(of: id) }
        }
    }

    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ack", abstract: "Say that you know of an alert: it is not repeated any more.")

        @Argument(help: "The alert's id, as `alerts list` prints it.")
        var id: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await MonitorSetup.change(
                global, path: "/api/alerts/\(id)/ack", absent: "there is no alert with the id \(id)"
            ) { try await $0.acknowledge(alertID: id) }
            Console.note("\(id) is acknowledged")
        }
    }
}
