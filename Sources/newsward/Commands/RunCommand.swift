import ArgumentParser
import Logging
import Pipeline

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the daemon: poll, score, store, alert, deliver, until SIGTERM or Ctrl-C; SIGHUP reloads.")

    @Option(help: "Alert on what feeds seen for the first time published in this time: 24h, 3d.")
    var catchUp: Span?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        var configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        if let catchUp { configuration.settings.catchUpSeconds = catchUp.seconds }
        let logger = global.logger()
        let monitor = try await MonitorSetup.open(configuration, logger: logger)
        let option = global.config
        let lexicons = global.lexicons
        let editor = ConfigurationEditor(file: try ConfigurationFile.path(option: option), lexicons: lexicons)
        let daemon = Daemon(
            monitor: monitor, configuration: configuration, logger: logger,
            rereading: { try ConfigurationReading.read(option, lexicons: lexicons) }, editor: editor)
        let host = configuration.dashboard.host
        let services = daemon.services { port in Console.note("dashboard: http://\(host):\(port)/") }
        Console.note("watching \(configuration.settings.feeds.count) feeds; Ctrl-C ends")
        let result = await attempt { try await daemon.run(services) }
        await monitor.close()
        try result.get()
    }
}
