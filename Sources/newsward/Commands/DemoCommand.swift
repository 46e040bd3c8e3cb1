import ArgumentParser
import Foundation
import Logging
import NewsModel
import Newsroom
import Pipeline
import ServiceLifecycle

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract:
            "Show the whole job with no network: a sample newsroom on loopback, polled, scored, alerted, delivered.")

    @Option(help: "End by itself after this time: 20s, 5m (default: at Ctrl-C).")
    var duration: Span?

    @Option(help: "Write the alerts as JSON Lines to this file (default: in the demo's folder).")
    var file: String?

    @Option(help: "The dashboard's port; 0 takes a free one.")
    var port = 0

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let folder = try DemoFolder(port: port, alertsFile: file, global: global)
        defer { folder.remove() }
        let logger = global.logger(default: .error)
        let newsroom = try Self.newsroom()
        // The web server grumbles when it is told to stop; that is of no use to the person at the terminal.
        var silent = logger
        silent.logLevel = .critical
        let server = NewsroomServer(newsroom: newsroom, now: ScoringSetup.now, logger: silent)
        let result = await withTaskGroup(of: Result<Void, any Error>?.self) { group in
            // The newsroom outlives the daemon: it is the world, not a part of the program.
            group.addTask {
                try? await server.run()
                return nil
            }
            group.addTask { await attempt { try await self.watch(server, newsroom, folder, logger) } }
            var result: Result<Void, any Error> = .success(())
            for await end in group {
                if let end { result = end }
                group.cancelAll()
            }
            return result
        }
        try result.get()
    }

    private static func newsroom() throws -> SampleNewsroom {
        let demo = try DataFolders().path(of: "demo")
        do {
            return try SampleNewsroom(folder: demo + "/articles", start: ScoringSetup.now())
        } catch {
            throw CommandFailure(.configuration, "\(demo): \(error)")
        }
    }

    private func watch(
        _ server: NewsroomServer, _ newsroom: SampleNewsroom, _ folder: DemoFolder, _ logger: Logger
    ) async throws {
        guard let newsroomPort = await server.port() else {
            throw CommandFailure(.network, "the sample newsroom could not listen on 127.0.0.1")
        }
        let configuration = try folder.write(newsroom: newsroomPort)
        let monitor = try await MonitorSetup.open(configuration, logger: logger)
        let daemon = Daemon(monitor: monitor, configuration: configuration, logger: logger) { configuration }
        Console.note(
            DemoText.opening(articles: newsroom.articleCount, feeds: DemoFeed.all.count, newsroom: newsroomPort))
        var services = daemon.services { Console.note("dashboard: http://127.0.0.1:\($0)/") }
        if let duration { services.append(EndAfter(seconds: duration.seconds)) }
        let result = await attempt { try await daemon.run(services) }
        let totals = await DemoText.closing(monitor: monitor, server: server, file: folder.alertsFile)
        await monitor.close()
        Console.note(totals)
        try result.get()
    }
}

/// Ends the group of services after a time.
struct EndAfter: EndingService {
    let seconds: Int64

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await Task.sleep(for: .seconds(seconds))
        }
    }
}
