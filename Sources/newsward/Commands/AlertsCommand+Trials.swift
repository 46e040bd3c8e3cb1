public import ArgumentParser
import Foundation
import NewsModel
public import Pipeline

extension AlertsCommand {
    struct TestCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "Send a test message to a receiver, and say what it answered; or only show the message.")

        @Argument(help: "The receiver's name, as in receivers.yaml.")
        var receiver: String

        @Flag(
            help:
                "Write the message to standard output and send nothing. Keys that stand inside it are left out."
        )
        var render = false

        @Option(help: "What the message is: alert, digest, resolved or monitor.")
        var kind = ReceiverTrial.Message.Kind.alert

        @Option(help: "How many alerts it holds.")
        var alerts = 1

        @Flag(help: "With texts that try to break the message: quotes, line breaks, mentions, 10,000 characters.")
        var hostile = false

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let message = ReceiverTrial.Message(kind: kind, alerts: alerts, isHostile: hostile)
            let outcome: ReceiverTrial.Outcome
            do {
                let trial = try ReceiverTrial(configuration.settings, logger: global.logger())
                if render {
                    guard let bytes = trial.render(message, for: receiver, now: ScoringSetup.now()) else {
                        throw unknown(trial.names)
                    }
                    return try Console.write(bytes)
                }
                outcome = try await trial.send(message, to: receiver, now: ScoringSetup.now())
            } catch let failure as MonitorFailure {
                throw CommandFailure(failure)
            }
            switch outcome {
            case .delivered(let detail): Console.note("\(receiver) took it\(detail.isEmpty ? "" : ": \(detail)")")
            case .failed(let reason): throw CommandFailure(.network, "\(receiver) did not take it: \(reason)")
            case .unknown(let names): throw unknown(names)
            }
        }

        private func unknown(_ names: [String]) -> CommandFailure {
            CommandFailure(
                .usage, "there is no receiver \(receiver); receivers.yaml has \(names.joined(separator: ", "))")
        }
    }

    struct RouteCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "route",
            abstract: "Say which alert an article would raise, and which receivers would hear of it. Nothing is sent.")

        @Argument(
            help:
                "A file (text, page, feed, or records as NDJSON), an address, - for standard input, or the id of a stored article."
        )
        var article: String?

        @Option(help: "Decide as at this time, such as 2026-11-25T22:00:00+09:00; the default is now.")
        var at: String?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let now = try at.map(MomentText.moment) ?? ScoringSetup.now()
            do {
                let trial = try RouteTrial(configuration.settings)
                for article in try await articles(trial) {
                    for line in try await trial.trace(article, now: now) {
                        try Console.line(TextStyle.oneLine(line))
                    }
                }
            } catch let failure as MonitorFailure {
                throw CommandFailure(failure)
            } catch let failure as InputFailure {
                throw CommandFailure(failure)
            }
        }

        private func articles(_ trial: RouteTrial) async throws -> [Article] {
            if let article, !FileManager.default.fileExists(atPath: article),
                let stored = try await trial.storedArticle(id: article)
            {
                return [stored]
            }
            let document = try await InputReader(logger: global.logger()).document(article)
            return try ScoringSetup.articles(global).articles(of: document, kind: .auto)
        }
    }
}

/// Times of the command line.
enum MomentText {
    /// A time with a zone, such as `2026-11-25T22:00:00+09:00`.
    static func moment(_ text: String) throws -> Timestamp {
        guard let moment = Timestamp(iso8601: text) else {
            throw CommandFailure(.usage, "\(text) is no time such as 2026-11-25T22:00:00+09:00")
        }
        return moment
    }
}

extension ReceiverTrial.Message.Kind: ExpressibleByArgument {}
