import FeedParsing
import Fetching
import NewsModel
import Storage

/// One poll of one feed. `run` is the whole way of the news, in order; each stage has a file of its own.
struct FeedPoll: Sendable {
    let exchange: FeedExchange
    let reading: FeedReading
    let newsdesk: Newsdesk
    let schedule: PollSchedule
    let store: any NewsStore
    let marks: ReadingMarks
    /// Articles older than this many seconds raise no alert at the first sight of a feed; 0: none does.
    let catchUpSeconds: Int64
    let now: @Sendable () -> Timestamp

    /// Polls a feed. Nothing is thrown: what went wrong is in the report and in the feed's stored state.
    func run(_ feed: Feed, state: FeedState) async -> PollReport {
        do {
            switch try await exchange.fetch(feed, state: state) {
            case .notModified(let next):
                try await store.save(next)
                return PollReport(feed: feed, outcome: .notModified)
            case .unchanged(let next):
                try await store.save(next)
                return PollReport(feed: feed, outcome: .unchanged)
            case .document(let document, let next):
                return try await marks.reading(feed.url) {
                    try await take(document, of: feed, old: state, next: next)
                }
            }
        } catch let failure as PollFailure {
            return await note(failure, feed: feed, state: state)
        } catch {
            return await note(PollFailure("\(error)"), feed: feed, state: state)
        }
    }

    /// document -> parsed feed -> articles not yet stored -> records -> stories, alerts, notices in ONE transaction.
    private func take(
        _ document: FetchedDocument, of feed: Feed, old: FeedState, next: FeedState
    ) async throws -> PollReport {
        let parsed = try reading.parse(document, feed: feed)
        let fresh = try await reading.unseen(parsed, feed: feed)
        let articles = await reading.articles(
            fresh, feed: feed, origin: FeedOrigin(document: document, parsed: parsed))
        let records = reading.score(articles)
        let isBaseline = old.succeededAt == nil
        var next = next
        next.title = parsed.title ?? old.title
        next.nextCheckAt = schedule.afterSuccess(
            feed, hints: exchange.hints(document, ttlMinutes: parsed.ttlMinutes), now: now())
        let intake = try await newsdesk.take(records, feed: next, alerting: alerting(isBaseline: isBaseline))
        return PollReport(
            feed: feed,
            outcome: .stored(
                articles: intake.articles, alerts: intake.alerts, isBaseline: isBaseline && catchUpSeconds == 0))
    }

    private func alerting(isBaseline: Bool) -> AlertingScope {
        guard isBaseline else { return .newsOnly }
        return catchUpSeconds > 0 ? .publishedSince(now().adding(seconds: -catchUpSeconds)) : .baseline
    }

    /// Writes a failure into the feed's state. Validators stay as they were.
    private func note(_ failure: PollFailure, feed: Feed, state: FeedState) async -> PollReport {
        var next = state
        next.checkedAt = now()
        next.errorCount += 1
        next.lastError = failure.message
        next.nextCheckAt = schedule.afterFailure(
            feed, errorCount: next.errorCount, hints: failure.hints, now: now())
        if failure.stopsFeed { next.disabledReason = failure.message }
        // A store that fails here has failed the poll already; the next poll says so again.
        try? await store.save(next)
        return PollReport(feed: feed, outcome: failure.stopsFeed ? .stopped(failure.message) : .failed(failure.message))
    }
}

/// Why a poll came to nothing, in plain words.
struct PollFailure: Error, Sendable {
    let message: String
    var hints = PollSchedule.Hints()
    /// True where the server says that the feed is gone for good.
    var stopsFeed = false

    init(_ message: String, hints: PollSchedule.Hints = .init(), stopsFeed: Bool = false) {
        self.message = message
        self.hints = hints
        self.stopsFeed = stopsFeed
    }
}
