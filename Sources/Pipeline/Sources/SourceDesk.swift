import FeedParsing
import Fetching
import NewsModel
import NewsSources

/// Stages 1 and 2: what a feed or another source has to say, parsed. One face for all of them.
struct SourceDesk: Sendable {
    let exchange: FeedExchange
    let reading: FeedReading
    let table: SourceTable
    let now: @Sendable () -> Timestamp

    enum Answer: Sendable {
        /// 304: nothing to do but to note it.
        case notModified(FeedState)
        /// What was there last time.
        case unchanged(FeedState)
        /// Entries, and the state to store together with their articles.
        case news(FetchedDocument, ParsedFeed, FeedState)
    }

    func look(_ feed: Feed, state: FeedState) async throws(PollFailure) -> Answer {
        guard let source = table.source(of: feed) else { return try await lookAtFeed(feed, state: state) }
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
        next.nextCheckAt = exchange.schedule.afterSuccess(feed, hints: .init(), now: now())
        guard case .news(let look) = answer else { return .unchanged(next) }
        next.cursor = look.cursor
        return .news(look.document, look.feed, next)
    }

    /// Tells a source that its entries are in the store.
    func stored(_ feed: Feed, state: FeedState) async {
        await table.source(of: feed)?.stored(cursor: state.cursor)
    }

    private func lookAtFeed(_ feed: Feed, state: FeedState) async throws(PollFailure) -> Answer {
        switch try await exchange.fetch(feed, state: state) {
        case .notModified(let next): return .notModified(next)
        case .unchanged(let next): return .unchanged(next)
        case .document(let document, let next):
            return .news(document, try reading.parse(document, feed: feed), next)
        }
    }
}

extension PollFailure {
    /// A source's failure, with the wait that it asks for.
    init(_ failure: SourceFailure) {
        self.init(failure.message, hints: .init(retryAfterSeconds: failure.retryAfterSeconds))
    }
}
