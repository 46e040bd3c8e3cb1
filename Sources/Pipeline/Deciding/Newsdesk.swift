import Alerting
import NewsModel
import Storage

/// Stage 6: articles become stories, alerts and notices, and all of it one transaction. One transaction at a time; polls
/// that come while one is under way share the next.
actor Newsdesk {
    private let store: any NewsStore
    private let storyWindowSeconds: Int64
    private let now: @Sendable () -> Timestamp
    private let gate = SerialGate()
    private var memory: NewsMemory
    private var desk: DecisionDesk
    private var waiting: [(number: Int, harvest: Harvest)] = []
    private var results: [Int: Result<Intake, any Error>] = [:]
    private var lastNumber = 0

    /// A transaction takes no more articles than this, so that it stays short; one poll is never divided.
    private static let articlesAtOnce = 400
    private static let pollsAtOnce = 500

    /// What a poll came to.
    struct Intake: Sendable, Hashable {
        var articles = 0
        var alerts = 0
    }

    init(
        store: any NewsStore, desk: DecisionDesk, storyWindowSeconds: Int64, now: @escaping @Sendable () -> Timestamp
    ) async throws(StorageError) {
        self.store = store
        self.desk = desk
        self.storyWindowSeconds = storyWindowSeconds
        self.now = now
        memory = try await NewsMemory.load(from: store, windowSeconds: storyWindowSeconds, now: now())
    }

    /// Takes new rules, routes and watchlist into force for the next batch.
    func replace(_ desk: DecisionDesk) {
        self.desk = desk
    }

    /// Stores a poll's articles with all that follows from them. Throws without a trace where the store fails.
    ///
    /// At high priority: else each batch would wait behind the feeds that are being scored, and then they for its commit.
    nonisolated func take(_ harvest: Harvest) async throws -> Intake {
        try await Task(priority: .high) { try await self.enqueue(harvest) }.value
    }

    private func enqueue(_ harvest: Harvest) async throws -> Intake {
        lastNumber += 1
        let number = lastNumber
        waiting.append((number, harvest))
        await gate.pass { await self.storeWaiting(with: number) }
        // `storeWaiting` goes on until this poll's result is there.
        guard let result = results.removeValue(forKey: number) else { throw CancellationError() }
        return try result.get()
    }

    /// Forgets what has left the window. Called now and then, so that memory stays bounded.
    func forgetOldStories() async {
        await gate.pass { await self.forgetAlone() }
    }

    private func forgetAlone() {
        memory.forget(now: now(), windowSeconds: storyWindowSeconds)
    }

    /// Stores what waits, batch by batch, until this poll is among it. Most callers find that another has done it.
    private func storeWaiting(with number: Int) async {
        while results[number] == nil, !waiting.isEmpty {
            let batch = nextBatch()
            if await store(batch) { continue }
            // One poll that the store refuses must not cost the others theirs.
            for poll in batch { await storeAlone(poll.number, poll.harvest) }
        }
    }

    private func nextBatch() -> [(number: Int, harvest: Harvest)] {
        var articles = 0
        let count = waiting.prefix(Self.pollsAtOnce).prefix { poll in
            articles += poll.harvest.articles.count
            return articles <= Self.articlesAtOnce
        }.count
        let batch = Array(waiting.prefix(max(1, count)))
        waiting.removeFirst(batch.count)
        return batch
    }

    /// True where all of the batch is stored; false where nothing is, and each is to be tried by itself.
    private func store(_ batch: [(number: Int, harvest: Harvest)]) async -> Bool {
        guard batch.count > 1 else { return false }
        do {
            let polls = try await decide(batch.map(\.harvest))
            try await store.commit(polls)
            for (poll, stored) in zip(batch, polls) { results[poll.number] = .success(Intake(stored)) }
            return true
        } catch {
            await reloadMemory()
            return false
        }
    }

    private func storeAlone(_ number: Int, _ harvest: Harvest) async {
        do {
            let polls = try await decide([harvest])
            try await store.commit(polls)
            results[number] = .success(polls.first.map(Intake.init) ?? Intake())
        } catch {
            results[number] = .failure(error)
            await reloadMemory()
        }
    }

    private func decide(_ harvests: [Harvest]) async throws -> [StoredPoll] {
        var earlier = try await EarlierDecisions(store: store, items: harvests.flatMap(\.articles))
        var polls: [StoredPoll] = []
        for harvest in harvests {
            var stored: [StoredArticle] = []
            for item in harvest.articles {
                let corrected = try await earlier.text(of: item)
                let placement = memory.place(item, changing: corrected)
                let refusal = harvest.alerting.refusal(of: item.article, now: now())
                var context = try await earlier.context(of: item, placement, refusal: refusal, now: now())
                context.corrected = corrected?.article
                memory.describe(item, placement, in: &context)
                memory.count(item, placement)
                let article = desk.decide(item, placement: placement, context: context, now: now())
                earlier.add(article)
                stored.append(article)
            }
            stored += harvest.notices.map { desk.stored($0, feedURL: harvest.feed.url, now: now()) }
            polls.append(StoredPoll(articles: stored, feed: harvest.feed))
        }
        return polls
    }

    /// The memory holds articles that the store does not: read it again, or their next copies would join ghosts.
    private func reloadMemory() async {
        let fresh = try? await NewsMemory.load(from: store, windowSeconds: storyWindowSeconds, now: now())
        if let fresh { memory = fresh }
    }
}

extension Newsdesk.Intake {
    /// The monitor's own notices are no articles of the feed.
    init(_ poll: StoredPoll) {
        let news = poll.articles.filter { $0.alerts.first?.rule != MonitorArticle.ruleName }
        self.init(articles: news.count, alerts: news.reduce(0) { $0 + $1.alerts.count })
    }
}
