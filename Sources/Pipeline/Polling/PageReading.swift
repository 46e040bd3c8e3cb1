import Extraction
import FeedParsing
import Fetching
import NewsModel

/// What came of the page that an entry links to.
enum PageReading: Sendable {
    /// The feed's setting does not ask for pages.
    case notAsked
    case read(ExtractedPage, FetchedDocument)
    /// The reason in plain words.
    case failed(String)

    var page: ExtractedPage? {
        if case .read(let page, _) = self { page } else { nil }
    }
}

/// The feed that entries came in, as the trail of their articles names it.
struct FeedOrigin: Sendable {
    private let feed: ArticleOrigin.Document
    private let format: String
    /// Problems kept of one document: enough to see what kind they are.
    private static let mostProblems = 3

    init(document: FetchedDocument, parsed: ParsedFeed) {
        feed = Self.document(
            document, charset: parsed.encoding, reason: parsed.encodingReason, problems: parsed.problems)
        format = parsed.format.rawValue
    }

    /// The origin of one entry's article, whose scored text is `text`.
    func of(_ entry: ParsedEntry, _ reading: PageReading, text: String) -> ArticleOrigin {
        var page: ArticleOrigin.Document?
        var problem: String?
        switch reading {
        case .notAsked: break
        case .read(let read, let document):
            page = Self.document(document, charset: read.encoding, reason: read.encodingReason, problems: [])
        case .failed(let reason): problem = reason
        }
        let source: ArticleOrigin.TextSource =
            if text.isEmpty {
                .title
            } else if page != nil {
                .page
            } else {
                entry.content == nil ? .summary : .content
            }
        return ArticleOrigin(
            feed: feed, feedFormat: format, entryID: entry.id, page: page, pageProblem: problem, text: source)
    }

    private static func document(
        _ document: FetchedDocument, charset: String, reason: String, problems: [String]
    ) -> ArticleOrigin.Document {
        ArticleOrigin.Document(
            url: document.url, status: document.status, milliseconds: document.elapsedMilliseconds,
            bytes: document.body.count, contentType: document.contentType, charset: charset, charsetReason: reason,
            problems: Array(problems.prefix(mostProblems)))
    }
}
