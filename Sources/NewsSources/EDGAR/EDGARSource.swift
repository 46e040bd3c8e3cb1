import FeedParsing
import Fetching
import NewsModel

/// SEC EDGAR's lists of filings (`/cgi-bin/browse-edgar` with `output=atom`), newest first.
///
/// Its fair-access rules ask for a User-Agent with a contact, and for at most 10 requests a second (`SECFairAccess`).
public struct EDGARSource: NewsSource {
    let service: SourceServices.EDGAR
    let list: EDGARList
    let parameters: [QueryParameter]
    let client: ServiceClient

    static let pageSize = 100
    static let maximumPages = 10

    public init(service: SourceServices.EDGAR, list: EDGARList, parameters: [QueryParameter], client: ServiceClient) {
        self.service = service
        self.list = list
        self.parameters = parameters
        self.client = client
    }

    /// The cursor is the newest date seen: a look goes back page by page until it meets it.
    public func look(cursor: String?) async throws(SourceFailure) -> SourceAnswer {
        let seen = cursor.flatMap(Timestamp.init(iso8601:))
        var pages: [ParsedFeed] = []
        var answers: [FetchedDocument] = []
        for number in 0..<Self.maximumPages {
            let (document, page) = try await self.page(number)
            answers.append(document)
            pages.append(page)
            let oldest = page.entries.last?.updated
            let isMet = seen.map { seen in oldest.map { $0 < seen } ?? true } ?? true
            if isMet || page.entries.count < Self.pageSize { break }
        }
        var feed = pages[0]
        feed.entries = EDGARFilings(pages: pages).entries
        let newest = ([seen] + feed.entries.map(\.updated)).compactMap { $0 }.max()
        if feed.entries.isEmpty { return .unchanged }
        return .news(SourceLook(document: answers[0], feed: feed, cursor: newest?.iso8601 ?? cursor))
    }

    private func page(_ number: Int) async throws(SourceFailure) -> (FetchedDocument, ParsedFeed) {
        let document = try await client.get(
            service.address + "/cgi-bin/browse-edgar",
            [.init("action", list.rawValue)] + parameters + [
                .init("start", "\(number * Self.pageSize)"), .init("count", "\(Self.pageSize)"),
                .init("output", "atom"),
            ])
        switch document.status {
        case 200: break
        case 403:
            throw SourceFailure(
                .access,
                "SEC EDGAR refuses the request (403): it wants a User-Agent with a contact, and fewer requests",
                retryAfterSeconds: document.retryAfterSeconds ?? 3600)
        case 429:
            throw SourceFailure(
                .limit, "SEC EDGAR asks for fewer requests (429)", retryAfterSeconds: document.retryAfterSeconds ?? 600)
        default:
            throw SourceFailure(
                .service, "SEC EDGAR answered \(document.status)", retryAfterSeconds: document.retryAfterSeconds)
        }
        do {
            return (
                document,
                try FeedParser(options: FeedParserOptions(markup: .plainText)).parse(
                    document.body, contentType: document.contentType, baseURL: document.url)
            )
        } catch {
            throw SourceFailure(.answer, "SEC EDGAR: \(error.description)")
        }
    }
}
