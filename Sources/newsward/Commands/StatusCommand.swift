import ArgumentParser
import Foundation

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Print how the running daemon stands, as JSON.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        let answer = try await DaemonClient(configuration, logger: global.logger()).get("/api/status")
        try Console.write(answer)
    }
}

struct ReloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Make the running daemon read configuration, alerts and lexicons again; a bad file changes nothing.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        _ = try await DaemonClient(configuration, logger: global.logger()).post("/api/reload")
        Console.note("reloaded")
    }
}
