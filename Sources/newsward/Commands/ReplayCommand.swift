import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import StrictYAML

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run stored articles through other lexicons or rules: which alerts would be gained, lost, changed.",
        discussion:
            "Sends nothing and changes nothing. Without --lexicon and --alerts both sides are the files in force.")

    @Option(help: "How far back: 24h, 30d.")
    var since: Span

    @Option(help: "The folder of lexicons to compare with.")
    var lexicon: String?

    @Option(help: "The alerts folder to compare with.")
    var alerts: String?

    @Option(help: "A YAML file of limits and alerts that are expected; exit code 1 where one does not hold.")
    var expect: String?

    @Flag(help: "Let articles raise alerts too that could not when they came: a feed's baseline, old dates.")
    var all = false

    @Option(help: "text or json.")
    var format: ReplayFormat = .text

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        let expectations = try expectations()
        let report: ReplayReport
        do {
            let replay = try Replay(configuration.settings, lexicons: lexicon, alerts: alerts)
            report = try await replay.run(since: ScoringSetup.now().adding(seconds: -since.seconds), all: all) {
                count in
                if !global.quiet { Console.progress("\(count) articles") }
            }
            Console.progress("")
        } catch {
            throw CommandFailure(error)
        }
        let findings = expectations?.findings(in: report) ?? []
        switch format {
        case .text: try ReplayPrinter(style: TextStyle(usesColor: global.usesColor)).print(report, findings: findings)
        case .json: try Console.line(report.json(findings: findings).text)
        }
        if !findings.isEmpty { throw CommandFailure(.findings) }
    }

    private func expectations() throws(CommandFailure) -> ReplayExpectations? {
        guard let expect else { return nil }
        do {
            return try ReplayExpectationsFile.read(expect)
        } catch {
            throw CommandFailure(.configuration, error.description)
        }
    }
}

enum ReplayFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
