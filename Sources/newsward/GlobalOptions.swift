import ArgumentParser
import Foundation
import Logging

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "The configuration file (default: newsward.yaml in this folder, then /etc/newsward/newsward.yaml).")
    var config: String?

    @Option(name: .long, help: "The folder of lexicons to use.")
    var lexicons: String?

    @Option(name: .long, help: "How much to log: trace, debug, info, notice, warning, error, critical.")
    var logLevel: LogLevel?

    @Flag(name: .long, help: "Log errors only, and show no progress.")
    var quiet = false

    @Flag(name: .long, help: "No colours; NO_COLOR in the environment does the same.")
    var noColor = false

    /// Colours go to a terminal only, and only where nobody said no.
    var usesColor: Bool {
        !noColor && ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty ?? true && Console.outputIsTerminal
    }

    /// A logger that writes to standard error.
    func logger(default level: Logger.Level = .notice) -> Logger {
        var logger = Logger(label: "newsward") { StderrLogHandler(label: $0) }
        logger.logLevel = logLevel?.level ?? (quiet ? .error : level)
        return logger
    }
}

/// A log level as an option value.
struct LogLevel: ExpressibleByArgument {
    let level: Logger.Level

    init?(argument: String) {
        guard let level = Logger.Level(rawValue: argument.lowercased()) else { return nil }
        self.level = level
    }

    static var allValueStrings: [String] { Logger.Level.allCases.map(\.rawValue) }
}
