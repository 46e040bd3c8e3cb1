import Fetching
import NewsModel

/// Stage 1: one conditional GET, and what its answer means for the feed.
struct FeedExchange: Sendable {
    let fetcher: HTTPFetcher
    let maximumBytes: Int
    let timeoutSeconds: Int
    let now: @Sendable () -> Timestamp

    /// A good answer, and the feed's state with it taken in. The state's next poll is not set yet.
    struct Answer: Sendable {
        enum Kind: Sendable {
            /// 304: nothing to do but to note it.
            case notModified
            /// 200 with the bytes of last time.
            case unchanged
            case new
        }

        let kind: Kind
        let document: FetchedDocument
        let next: FeedState
        let hints: PollSchedule.Hints
    }

    func fetch(_ feed: Feed, state: FeedState) async throws(PollFailure) -> Answer {
        let isConditional = !state.needsWholeAnswer(feed, at: now())
        let document = try await get(feed, state: state, isConditional: isConditional)
        var next = state
        next.checkedAt = now()
        next.succeededAt = now()
        next.errorCount = 0
        next.lastError = nil
        if document.isNotModified {
            next.etag = document.etag ?? state.etag
            next.lastModified = document.lastModified ?? state.lastModified
            next.answer.notModifiedCount += 1
            return Answer(kind: .notModified, document: document, next: next, hints: hints(document))
        }
        guard document.status == 200 else { throw failure(of: document) }
        // Replaced also by nothing: an old validator with a new body would hide news.
        next.etag = document.etag
        next.lastModified = document.lastModified
        next.bodyHash = BodyHash.text(document.body)
        next.answer.at = now()
        next.answer.url = document.url
        next.answer.notModifiedCount = 0
        next.answer.readAs = FeedAnswer.manner(of: feed)
        let isKnown = next.bodyHash == state.bodyHash && next.answer.readAs == state.answer.readAs
        return Answer(kind: isKnown ? .unchanged : .new, document: document, next: next, hints: hints(document))
    }

    private func get(
        _ feed: Feed, state: FeedState, isConditional: Bool
    ) async throws(PollFailure) -> FetchedDocument {
        var request = FetchRequest.feed(feed, url: state.currentURL)
        if isConditional {
            request.etag = state.etag
            request.lastModified = state.lastModified
            request.validatorsURL = state.answer.url
        }
        request.maximumBytes = feed.maximumBytes ?? maximumBytes
        request.timeoutSeconds = Double(timeoutSeconds)
        do {
            return try await fetcher.fetch(request)
        } catch {
            let hints = PollSchedule.Hints(retryAfterSeconds: error.retryAfterSeconds.map(Int64.init))
            throw PollFailure(error.description, kind: error.code == .hostPaused ? .paused : .ordinary, hints: hints)
        }
    }

    /// What the server says about polling less often.
    private func hints(_ document: FetchedDocument) -> PollSchedule.Hints {
        let hints = document.cacheHints(now: now())
        return PollSchedule.Hints(
            maxAgeSeconds: (hints.maxAgeSeconds ?? hints.expiresSeconds).map(Int64.init),
            retryAfterSeconds: hints.retryAfterSeconds.map(Int64.init))
    }

    private func failure(of document: FetchedDocument) -> PollFailure {
        let hints = hints(document)
        switch document.status {
        case 410: return PollFailure("the feed is gone for good (410)", kind: .gone)
        case 429: return PollFailure("the server asks for fewer requests (429)", kind: .tooMany, hints: hints)
        case 401, 403, 451: return PollFailure(refusal(document), kind: .refused, hints: hints)
        case 404: return PollFailure("there is no such feed on the server (404)")
        case 500...599: return PollFailure("the server has a fault (\(document.status))", hints: hints)
        default: return PollFailure("the server answered \(document.status), which is not a feed")
        }
    }

    private func refusal(_ document: FetchedDocument) -> String {
        let isChallenge = document.headers.first("cf-mitigated")?.lowercased() == "challenge"
        guard isChallenge, document.contentType?.lowercased().hasPrefix("text/html") == true else {
            return "the server refuses access (\(document.status))"
        }
        return "the server's bot protection refuses access (\(document.status)); ask the publisher to let feeds pass"
    }
}

extension FetchRequest {
    /// A GET of a feed with all that the user has set for it, without validators.
    static func feed(_ feed: Feed, url: String? = nil) -> FetchRequest {
        var request = FetchRequest.feed(url: url ?? feed.url)
        request.userAgent = feed.access.userAgent
        request.proxy = feed.access.proxy
        request.headers = feed.access.headers.map { ($0.name, $0.value) }
        if let user = feed.access.user {
            request.credentials = .init(user: user, password: feed.access.password ?? "")
        }
        return request
    }
}

extension FeedState {
    /// 304 answers in a row after which a whole answer is asked for, so that a validator that never changes cannot hide
    /// news for ever: so many, and a day since the last whole answer. A feed that is asked seldom: a week.
    private static let believed304 = 20
    private static let believedSeconds: Int64 = 86_400
    private static let longestBelief: Int64 = 7 * 86_400

    /// True where the next request goes without validators.
    func needsWholeAnswer(_ feed: Feed, at now: Timestamp) -> Bool {
        guard let at = answer.at, answer.readAs == FeedAnswer.manner(of: feed) else { return true }
        let age = now.seconds(since: at)
        return answer.notModifiedCount >= Self.believed304 && age >= Self.believedSeconds
            || answer.notModifiedCount > 0 && age >= Self.longestBelief
    }
}

extension FeedAnswer {
    /// How this program reads the feed now: with another version, character set or time zone the same bytes may say more.
    static func manner(of feed: Feed) -> String {
        ([Release.engine] + [feed.charset, feed.timeZone].compactMap { $0 }).joined(separator: " ")
    }
}
