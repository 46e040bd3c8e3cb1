import FeedParsing
import Fetching
import NewsModel

/// Naver's news search (`/v1/search/news.json`), newest first.
public struct NaverSource: NewsSource {
    let service: SourceServices.Naver
    let parameters: [QueryParameter]
    let client: ServiceClient

    /// The most that one page holds.
    static let pageSize = 100
    /// The API starts no page beyond its 1,000th hit.
    static let maximumPages = 10

    public init(service: SourceServices.Naver, parameters: [QueryParameter], client: ServiceClient) {
        self.service = service
        self.parameters = parameters
        self.client = client
    }

    /// The cursor is the newest date seen: a look goes back page by page until it meets it.
    public func look(cursor: String?) async throws(SourceFailure) -> SourceAnswer {
        let seen = cursor.flatMap(Timestamp.init(iso8601:))
        var entries: [ParsedEntry] = []
        var answers: [FetchedDocument] = []
        for page in 0..<Self.maximumPages {
            let (document, found) = try await self.page(page)
            answers.append(document)
            entries += found.items.map(\.entry)
            let oldest = entries.last?.published
            let isMet = seen.map { seen in oldest.map { $0 <= seen } ?? true } ?? true
            if isMet || found.items.count < Self.pageSize { break }
        }
        let newest = entries.compactMap(\.published).max()
        if entries.isEmpty { return .unchanged }
        var feed = ParsedFeed(format: .json, title: "Naver news search", language: "ko")
        feed.entries = entries
        return .news(
            SourceLook(document: answers[0], feed: feed, cursor: max(newest, seen)?.iso8601 ?? cursor))
    }

    private func max(_ one: Timestamp?, _ other: Timestamp?) -> Timestamp? {
        [one, other].compactMap { $0 }.max()
    }

    private func page(_ number: Int) async throws(SourceFailure) -> (FetchedDocument, NaverAnswer) {
        guard let id = service.clientID, let secret = service.clientSecret else {
            throw SourceFailure(.access, "Naver needs a client id and secret: set them under sources.naver")
        }
        let document = try await client.get(
            service.address + "/v1/search/news.json",
            parameters + [
                .init("display", "\(Self.pageSize)"), .init("start", "\(number * Self.pageSize + 1)"),
                .init("sort", "date"),
            ], headers: [("X-Naver-Client-Id", id), ("X-Naver-Client-Secret", secret)])
        return (document, try NaverAnswer.read(document))
    }
}
