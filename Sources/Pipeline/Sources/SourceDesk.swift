import FeedParsing
import Fetching
import NewsModel
import NewsSources

/// Stage 1 for feeds and all other sources: one look, and what its answer means for the feed.
struct SourceDesk: Sendable {
    let exchange: FeedExchange
    let table: SourceTable
    let now: @Sendable () -> Timestamp

    func look(_ feed: Feed, state: FeedState) async throws(PollFailure) -> FeedExchange.Answer {
        guard let source = table.source(of: feed) else { return try await exchange.fetch(feed, state: state) }
        let answer: SourceAnswer
        do {
            answer = try await source.look(cursor: state.cursor)
        } catch {
            throw PollFailure(error)
        }
        var next = state
        next.checkedAt = now()
        next.succeededAt = now()
        next.errorCount = 0
        next.lastError = nil
        switch answer {
        case .unchanged:
            let document = FetchedDocument(requestedURL: feed.url, url: feed.url, status: 200)
            return .init(kind: .unchanged, document: document, next: next, hints: .init())
        case .news(let look):
            next.cursor = look.cursor
            return .init(
                kind: .new, document: look.document, next: next, hints: .init(), parsed: look.feed,
                overlaps: source.overlaps)
        }
    }

    /// Tells a source that its entries are in the store.
    func stored(_ feed: Feed, state: FeedState) async {
        await table.source(of: feed)?.stored(cursor: state.cursor)
    }
}

extension PollFailure {
    /// A source's failure, with the wait that it asks for.
    init(_ failure: SourceFailure) {
        let kind: Kind =
            switch failure.code {
            case .access, .request: .refused
            case .limit: .tooMany
            case .network, .service, .answer, .command, .folder: .ordinary
            }
        self.init(failure.message, kind: kind, hints: .init(retryAfterSeconds: failure.retryAfterSeconds))
    }
}
