import Fetching
import NewsModel

/// Stage 1: one conditional GET, and what its answer means for the feed.
struct FeedExchange: Sendable {
    let fetcher: HTTPFetcher
    let schedule: PollSchedule
    let maximumBytes: Int
    let timeoutSeconds: Int
    let now: @Sendable () -> Timestamp

    enum Result: Sendable {
        /// 304: nothing to do but to note it.
        case notModified(FeedState)
        /// 200 with the bytes of last time.
        case unchanged(FeedState)
        /// A new body, and the state to store together with its articles.
        case document(FetchedDocument, FeedState)
    }

    func fetch(_ feed: Feed, state: FeedState) async throws(PollFailure) -> Result {
        let document = try await get(feed, state: state)
        var next = state
        next.checkedAt = now()
        next.succeededAt = now()
        next.errorCount = 0
        next.lastError = nil
        next.nextCheckAt = schedule.afterSuccess(feed, hints: hints(document), now: now())
        if document.isNotModified {
            next.etag = document.etag ?? state.etag
            next.lastModified = document.lastModified ?? state.lastModified
            return .notModified(next)
        }
        guard document.status == 200 else { throw failure(of: document) }
        // Replaced also by nothing: an old validator with a new body would hide news.
        next.etag = document.etag
        next.lastModified = document.lastModified
        let hash = Self.hash(document.body)
        if hash == state.bodyHash { return .unchanged(next) }
        next.bodyHash = hash
        return .document(document, next)
    }

    /// What the server says about polling less often.
    func hints(_ document: FetchedDocument, ttlMinutes: Int? = nil) -> PollSchedule.Hints {
        let hints = document.cacheHints(now: now())
        return PollSchedule.Hints(
            maxAgeSeconds: (hints.maxAgeSeconds ?? hints.expiresSeconds).map(Int64.init),
            retryAfterSeconds: hints.retryAfterSeconds.map(Int64.init),
            ttlSeconds: ttlMinutes.map { Int64($0) * 60 })
    }

    private func get(_ feed: Feed, state: FeedState) async throws(PollFailure) -> FetchedDocument {
        var request = FetchRequest.feed(url: feed.url, etag: state.etag, lastModified: state.lastModified)
        request.maximumBytes = maximumBytes
        request.timeoutSeconds = Double(timeoutSeconds)
        do {
            return try await fetcher.fetch(request)
        } catch {
            throw PollFailure(error.description)
        }
    }

    private func failure(of document: FetchedDocument) -> PollFailure {
        switch document.status {
        case 410: PollFailure("the feed is gone for good (410)", stopsFeed: true)
        case 429: PollFailure("the server asks for fewer requests (429)", hints: hints(document))
        case 401, 403, 451: PollFailure("the server refuses access (\(document.status))", hints: hints(document))
        case 404: PollFailure("there is no such feed on the server (404)")
        case 500...599: PollFailure("the server has a fault (\(document.status))", hints: hints(document))
        default: PollFailure("the server answered \(document.status), which is not a feed")
        }
    }

    /// Two FNV-1a sums with different offsets: enough to tell that a feed's bytes are those of last time.
    static func hash(_ bytes: [UInt8]) -> String {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x9AE1_6A3B_2F90_404F
        for byte in bytes {
            first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
            second = (second &+ UInt64(byte)) &* 0x100_0000_01B3 ^ (second >> 29)
        }
        return String(first, radix: 16) + "-" + String(second, radix: 16)
    }
}
