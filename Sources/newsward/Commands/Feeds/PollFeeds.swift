import ArgumentParser
import NewsModel
import Pipeline

extension FeedsCommand {
    struct Poll: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "poll", abstract: "Poll single feeds now, whatever their schedule says.",
            discussion: "A running daemon polls them within seconds; without one the command does it, and delivers.")

        @Argument(help: "The feeds' addresses, as configured.")
        var urls: [String]

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let configured = Set(configuration.settings.feeds.map(\.url))
            for url in urls where !configured.contains(url) {
                throw CommandFailure(.usage, "no such feed is configured: \(url)")
            }
            let client = DaemonClient(configuration, logger: global.logger())
            if client.isThere {
                for url in urls { _ = try await client.post("/api/feeds/poll", body: url) }
                Console.note("due now; the daemon polls within seconds")
                return
            }
            let summary = try await MonitorSetup.withMonitor(configuration, global) { monitor in
                let summary = try await monitor.pollOnce(only: Set(urls))
                _ = try await monitor.deliverOnce(seconds: 60)
                return summary
            }
            for line in summary.sentences { Console.note(line) }
            if summary.polled > 0, summary.failed == summary.polled {
                throw CommandFailure(.network, "no feed could be read")
            }
        }
    }
}
