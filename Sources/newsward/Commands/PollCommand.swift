import ArgumentParser
import Pipeline
import StrictYAML

struct PollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll",
        abstract: "Make one pass over all due feeds, deliver what came of it, and exit (for cron).")

    @Flag(help: "Poll every feed, due or not.")
    var all = false

    @Option(help: "Alert on what feeds seen for the first time published in this time: 24h, 3d.")
    var catchUp: Span?

    /// Seconds that deliveries may take in all.
    private static let deliverySeconds: Int64 = 60

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        var configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        if let catchUp { configuration.settings.catchUpSeconds = catchUp.seconds }
        let (summary, deliveries) = try await MonitorSetup.withMonitor(configuration, global) { monitor in
            let summary = try await monitor.pollOnce(all: all)
            let deliveries = try await monitor.deliverOnce(seconds: Self.deliverySeconds)
            await monitor.tidyOnce()
            return (summary, deliveries)
        }
        for line in summary.sentences { Console.note(line) }
        Console.note(
            "\(deliveries.delivered) notices delivered, \(deliveries.failed) failed and kept for the next pass.")
        if summary.polled > 0, summary.failed == summary.polled {
            throw CommandFailure(.network, "no feed could be read")
        }
    }
}

/// `24h` as an option value.
struct Span: ExpressibleByArgument {
    let seconds: Int64

    init?(argument: String) {
        guard let seconds = DurationText.seconds(argument) else { return nil }
        self.seconds = Int64(seconds)
    }
}
