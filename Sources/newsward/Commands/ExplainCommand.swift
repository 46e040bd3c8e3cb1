import ArgumentParser
import NewsModel
import Pipeline

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why an article gets its score: every cue, modifier and event rule, and the arithmetic.")

    @Argument(help: "A file, an address, or - for standard input.")
    var article: String?

    @Option(help: "What the input is: auto, text, html or feed.", transform: InputOption.kind)
    var input: InputKind = .auto

    @Option(help: "One more file of companies; may be given several times.")
    var companies: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let desk = try ScoringSetup.desk(global, companies: companies)
        let document = try await InputReader(logger: global.logger()).document(article)
        do {
            let printer = ExplanationPrinter(style: TextStyle(usesColor: global.usesColor))
            for article in try ScoringSetup.articles(global).articles(of: document, kind: input) {
                try Console.line(printer.text(desk.explain(article), title: article.title))
            }
        } catch let failure as InputFailure {
            throw CommandFailure(failure)
        }
    }
}
