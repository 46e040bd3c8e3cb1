import ArgumentParser
import NewsModel
import Pipeline

extension AlertsCommand {
    struct Why: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "why",
            abstract: "Say why an alert was raised, from the bytes of its article to every try to deliver it.")

        @Argument(help: "The id of an alert or of a delivery.")
        var id: String

        @Option(help: "text or json.")
        var format: TrailFormat = .text

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let trails = try await TrailSearch.run(global) { try await $0.trails(of: id) }
            guard !trails.isEmpty else {
                throw CommandFailure(.usage, "there is no alert and no delivery with the id \(TextStyle.oneLine(id))")
            }
            let printer = TrailPrinter(style: TextStyle(usesColor: global.usesColor))
            for trail in trails {
                try Console.line(format == .json ? trail.json.text : printer.text(trail))
            }
        }
    }

    struct WhyNot: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "why-not",
            abstract: "Say at which stage an article stopped, and why it raised no alert or none arrived.")

        @Argument(help: "The article's URL or id.")
        var article: String

        @Option(help: "text or json.")
        var format: TrailFormat = .text

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let verdict = try await TrailSearch.run(global) { try await $0.verdict(on: article) }
            let printer = TrailPrinter(style: TextStyle(usesColor: global.usesColor))
            try Console.line(format == .json ? verdict.json.text : printer.text(verdict))
        }
    }
}

enum TrailFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Looks into the data folder of a configuration.
private enum TrailSearch {
    static func run<Value>(_ global: GlobalOptions, _ look: (TrailFinder) async throws -> Value) async throws -> Value {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        do {
            return try await look(try TrailFinder(configuration.settings))
        } catch let failure as MonitorFailure {
            throw CommandFailure(failure)
        }
    }
}
