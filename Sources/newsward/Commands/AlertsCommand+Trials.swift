import ArgumentParser
import Pipeline

extension AlertsCommand {
    struct TestCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test", abstract: "Send a test alert to a receiver, and say what it answered.")

        @Argument(help: "The receiver's name, as in receivers.yaml.")
        var receiver: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let outcome: ReceiverTrial.Outcome
            do {
                outcome = try await ReceiverTrial(configuration.settings, logger: global.logger())
                    .send(to: receiver, now: ScoringSetup.now())
            } catch {
                throw CommandFailure(error)
            }
            switch outcome {
            case .delivered(let detail): Console.note("\(receiver) took it\(detail.isEmpty ? "" : ": \(detail)")")
            case .failed(let reason): throw CommandFailure(.network, "\(receiver) did not take it: \(reason)")
            case .unknown(let names):
                throw CommandFailure(
                    .usage, "there is no receiver \(receiver); receivers.yaml has \(names.joined(separator: ", "))")
            }
        }
    }

    struct RouteCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "route",
            abstract: "Say which alert an article would raise, and which receivers would hear of it. Nothing is sent.")

        @Argument(help: "A file, an address, or - for standard input.")
        var article: String?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let document = try await InputReader(logger: global.logger()).document(article)
            do {
                let trial = try RouteTrial(configuration.settings)
                for article in try ScoringSetup.articles(global).articles(of: document, kind: .auto) {
                    for line in trial.trace(article, now: ScoringSetup.now()) {
                        try Console.line(TextStyle.oneLine(line))
                    }
                }
            } catch let failure as MonitorFailure {
                throw CommandFailure(failure)
            } catch let failure as InputFailure {
                throw CommandFailure(failure)
            }
        }
    }
}
