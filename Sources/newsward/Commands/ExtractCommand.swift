import ArgumentParser
import NewsModel
import Pipeline

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print the article that a page holds, as JSON or plain text.")

    @Argument(help: "A file, an address, or - for standard input.")
    var page: String?

    @Flag(help: "Plain text: the title, an empty line, the body.")
    var text = false

    @Option(help: "The address that a file came from.")
    var url: String?

    @Option(help: "The Content-Type that a file was served with.")
    var contentType: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let document = try await InputReader(logger: global.logger()).document(page, contentType: contentType, url: url)
        let source = try ScoringSetup.articles(global)
        do {
            if text {
                try Console.line(source.pageText(document))
            } else {
                try Console.line(source.page(document).text)
            }
        } catch let failure as InputFailure {
            throw CommandFailure(failure)
        }
    }
}
