import ArgumentParser
import NewsModel
import Pipeline

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find stored articles by words, company, event type and time; the newest first.",
        discussion: "Every word must stand in title or body, also inside a longer word: 소송 finds 소송을.")

    @Argument(help: "Words; put several in quotes to find them beside each other.")
    var words: [String] = []

    @OptionGroup var range: ArticleRange

    @Option(help: "How many, 1 to 10000.")
    var limit = 50

    @Option(help: "text, or ndjson for the records.")
    var format: SearchFormat = .text

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        var search = range.search(now: ScoringSetup.now())
        search.words = words
        search.newestFirst = true
        let style = TextStyle(usesColor: global.usesColor)
        var found = 0
        let most = min(max(limit, 1), 10_000)
        do {
            try await ArchiveReader(dataFolder: configuration.settings.dataFolder).articles(search) { item in
                try Console.line(format == .ndjson ? item.recordJSON : Self.line(item, style))
                found += 1
                return found < most
            }
        } catch let failure as MonitorFailure {
            throw CommandFailure(failure)
        }
        if format == .text { Console.note(found == most ? "the first \(found)" : "\(found) found") }
    }

    private static func line(_ item: FoundArticle, _ style: TextStyle) -> String {
        let score = "\(item.sentimentScore < 0 ? "-" : "+")\(ReportPrinter.decimals(item.sentimentScore))"
        let parts = [
            item.article.seenAt.iso8601, "\(style.severity(item.severity)) \(score)",
            TextStyle.oneLine(item.article.source ?? "unknown"), style.bold(TextStyle.oneLine(item.article.title)),
            TextStyle.oneLine(item.companies.joined(separator: ", ")), item.eventTypes.joined(separator: ", "),
            style.faint(item.article.id),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}

enum SearchFormat: String, ExpressibleByArgument, CaseIterable {
    case text, ndjson
}
