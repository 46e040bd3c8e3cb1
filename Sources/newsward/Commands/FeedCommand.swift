import ArgumentParser
import NewsModel
import Pipeline

struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Look at one feed.", subcommands: [Parse.self])

    struct Parse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "parse", abstract: "Print a feed as JSON: what this program reads in it.")

        @Argument(help: "A file, an address, or - for standard input.")
        var feed: String?

        @Option(help: "The Content-Type that a file was served with.")
        var contentType: String?

        @Option(help: "The address that relative links in a file are relative to.")
        var base: String?

        @Option(help: "The zone of dates that name none: Asia/Seoul, +09:00.")
        var timezone: String?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let document = try await InputReader(logger: global.logger()).document(feed, contentType: contentType)
            do {
                try Console.line(
                    ArticleSource(now: ScoringSetup.now).feed(document, base: base, timeZone: timezone).text)
            } catch let failure as InputFailure {
                throw CommandFailure(failure)
            }
        }
    }
}
