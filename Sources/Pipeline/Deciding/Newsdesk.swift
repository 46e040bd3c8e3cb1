import Alerting
import NewsModel
import Storage
import Stories

/// Which articles of a poll may raise alerts.
enum AlertingScope: Sendable, Hashable {
    /// First sight of a feed: everything is stored, nothing is told.
    case baseline
    /// First sight with catch-up: what was published since then is told.
    case publishedSince(Timestamp)
    /// A feed that is known: all that is news. What is dated a week back is not.
    case newsOnly
}

/// Stage 6: articles become stories, alerts and notices, and all of it one transaction. One batch at a time.
actor Newsdesk {
    private let store: any NewsStore
    private let storyWindowSeconds: Int64
    private let now: @Sendable () -> Timestamp
    private let gate = SerialGate()
    private var index: StoryIndex
    private var desk: DecisionDesk

    /// What a batch came to.
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
        index = try await Self.loadIndex(from: store, windowSeconds: storyWindowSeconds, now: now())
    }

    /// Takes new rules, routes and watchlist into force for the next batch.
    func replace(_ desk: DecisionDesk) {
        self.desk = desk
    }

    /// Stores a poll's articles with all that follows from them. Throws without a trace where the store fails.
    func take(_ articles: [ScoredArticle], feed: FeedState, alerting: AlertingScope) async throws -> Intake {
        try await gate.pass { try await self.takeAlone(articles, feed: feed, alerting: alerting) }
    }

    /// Forgets what has left the window. Called now and then, so that memory stays bounded.
    func forgetOldStories() async {
        await gate.pass { await self.forgetAlone() }
    }

    private func forgetAlone() {
        index.remove(before: now().adding(seconds: -storyWindowSeconds))
    }

    private func takeAlone(
        _ articles: [ScoredArticle], feed: FeedState, alerting: AlertingScope
    ) async throws -> Intake {
        do {
            var batch = Batch()
            for item in articles {
                let placement = index.place(article: item.article, record: item.record)
                let previous = try await batch.alerts(of: placement, store: store)
                let refusal = Refusal.reason(item.article, scope: alerting, now: now())
                batch.add(desk.decide(item, placement: placement, previous: previous, refusal: refusal, now: now()))
            }
            try await store.commit(batch.stored, feed: feed)
            return Intake(articles: batch.stored.count, alerts: batch.stored.reduce(0) { $0 + $1.alerts.count })
        } catch {
            // The index holds articles that the store does not: read it again, or their next copies would join ghosts.
            if let fresh = try? await Self.loadIndex(from: store, windowSeconds: storyWindowSeconds, now: now()) {
                index = fresh
            }
            throw error
        }
    }

    private static func loadIndex(
        from store: any NewsStore, windowSeconds: Int64, now: Timestamp
    ) async throws(StorageError) -> StoryIndex {
        let members = try await store.storyMembers(since: now.adding(seconds: -windowSeconds))
        let stories = try await store.stories(ids: Array(Set(members.map(\.storyID))).sorted())
        var index = StoryIndex(windowSeconds: windowSeconds)
        index.load(members: members, stories: stories)
        return index
    }
}

/// The articles of one transaction, and the alerts that they have raised so far.
private struct Batch {
    var stored: [StoredArticle] = []
    private var alertsByStory: [String: [Alert]] = [:]

    /// The newest revision of each alert of the story, those of this batch included.
    mutating func alerts(of placement: StoryPlacement, store: any NewsStore) async throws(StorageError) -> [Alert] {
        let id = placement.story.id
        if let known = alertsByStory[id] { return known }
        let known = placement.isNew ? [] : try await store.alerts(ofStory: id)
        alertsByStory[id] = known
        return known
    }

    mutating func add(_ article: StoredArticle) {
        stored.append(article)
        for alert in article.alerts {
            alertsByStory[article.story.id, default: []].removeAll { $0.id == alert.id }
            alertsByStory[article.story.id, default: []].append(alert)
        }
    }
}
