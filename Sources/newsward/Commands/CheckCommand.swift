import ArgumentParser
import NewsModel
import Pipeline

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the configuration, the alerts folder and the lexicons; every problem with its file and line.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        let problems = MonitorCheck.problems(with: configuration.settings)
        guard problems.isEmpty else { throw CommandFailure(.configuration, problems.joined(separator: "\n")) }
        let settings = configuration.settings
        Console.note("ok: \(settings.feeds.count) feeds, \(settings.watchlist.companies.count) companies watched")
    }
}
