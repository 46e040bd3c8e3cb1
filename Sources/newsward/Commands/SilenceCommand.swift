import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import StrictYAML

struct SilenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence", abstract: "Mute alerts by matchers for a time. What is muted is kept and counted.",
        subcommands: [Add.self, List.self, Expire.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Mute the alerts whose every event meets all matchers, from now on.")

        @Argument(help: "Matchers as in routes.yaml, each in quotes: 'type = analyst.*' 'severity < 60'.")
        var matchers: [String]

        @Option(name: .customLong("for"), help: "For how long, such as 30m, 12h or 3d.")
        var length: String?

        @Option(help: "Until when, such as 2026-12-01T09:00:00+09:00.")
        var until: String?

        @Option(help: "A note for those who wonder.")
        var why: String?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let end = try self.end(from: ScoringSetup.now())
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let client = DaemonClient(configuration, logger: global.logger())
            if client.isThere {
                try Console.write(try await client.post("/api/silences", body: body(end: end)))
                return
            }
            let silence = try await MonitorSetup.withMonitor(configuration, global) { monitor in
                try await monitor.addSilence(matchers: matchers, until: end, why: why)
            }
            var json = JSONWriter()
            silence.write(to: &json)
            try Console.line(json.text)
        }

        private func end(from now: Timestamp) throws -> Timestamp {
            switch (length, until) {
            case (let length?, nil):
                guard let seconds = DurationText.seconds(length), seconds > 0 else {
                    throw CommandFailure(.usage, "--for must be a duration such as 30m, 12h or 3d, not \(length)")
                }
                return now.adding(seconds: Int64(seconds))
            case (nil, let until?):
                return try MomentText.moment(until)
            default:
                throw CommandFailure(.usage, "give one of --for and --until: a silence without an end is forgotten")
            }
        }

        private func body(end: Timestamp) -> String {
            var json = JSONWriter()
            json.object { json in
                json.name("matchers")
                json.array(matchers) { json, text in json.string(text) }
                json.name("until")
                json.string(end.iso8601)
                json.name("why")
                json.string(why)
            }
            return json.text
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Print the silences that were added and have not ended, one JSON object a line.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await StoredLists.print(global) { try await $0.silences(now: ScoringSetup.now()) }
        }
    }

    struct Expire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "expire", abstract: "End a silence now.")

        @Argument(help: "The silence's id, as `silence list` prints it.")
        var id: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await MonitorSetup.change(
                global, path: "/api/silences/\(id)/expire", absent: "there is no running silence with the id \(id)"
            ) { try await $0.expireSilence(id: id) }
            Console.note("\(id) has ended")
        }
    }
}
