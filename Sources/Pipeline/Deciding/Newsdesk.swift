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
    private var memory: NewsMemory
    private var desk: DecisionDesk

    /// An article dated further back than this is old news, whatever the feed says: 7 days.
    private static let newsSeconds: Int64 = 7 * 86_400

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
        memory = try await NewsMemory.load(from: store, windowSeconds: storyWindowSeconds, now: now())
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
        memory.forget(now: now(), windowSeconds: storyWindowSeconds)
    }

    private func takeAlone(
        _ articles: [ScoredArticle], feed: FeedState, alerting: AlertingScope
    ) async throws -> Intake {
        do {
            var batch = Batch()
            for item in articles {
                let earlier = try await earlierText(of: item)
                let placement = memory.place(item, changing: earlier)
                let context = try await context(of: item, placement, earlier?.article, alerting, &batch)
                batch.add(desk.decide(item, placement: placement, context: context, now: now()))
                memory.count(item, placement)
            }
            try await store.commit(batch.stored, feed: feed)
            return Intake(articles: batch.stored.count, alerts: batch.stored.reduce(0) { $0 + $1.alerts.count })
        } catch {
            // The memory holds articles that the store does not: read it again, or their next copies would join ghosts.
            let fresh = try? await NewsMemory.load(from: store, windowSeconds: storyWindowSeconds, now: now())
            if let fresh { memory = fresh }
            throw error
        }
    }

    /// The stored text that an article changes, with its story; nil for an article that is new.
    private func earlierText(of item: ScoredArticle) async throws -> (article: Article, story: Story)? {
        guard let id = item.changedFrom, let article = try await store.articles(ids: [id]).first,
            let story = try await store.story(ofArticle: id)
        else { return nil }
        return (article, story)
    }

    private func context(
        of item: ScoredArticle, _ placement: StoryPlacement, _ corrected: Article?, _ scope: AlertingScope,
        _ batch: inout Batch
    ) async throws -> DecisionDesk.Context {
        var context = DecisionDesk.Context()
        context.previous = try await batch.alerts(of: placement, store: store)
        context.refusal = Self.refusal(of: item.article, scope: scope, now: now())
        context.corrected = corrected
        let open = try await batch.cases(of: CaseMemory.companies(in: item.record), store: store)
        context.cases = CaseMemory.changes(by: item.record, member: placement.member, open: open, now: now())
        for change in context.cases where change.closes {
            context.listeners[change.file.id] = try await batch.listeners(of: change.file, store: store)
        }
        memory.describe(item, placement, in: &context)
        return context
    }

    /// Why an article raises no alert whatever it holds, or nil.
    private static func refusal(of article: Article, scope: AlertingScope, now: Timestamp) -> String? {
        switch scope {
        case .baseline:
            return "baseline: first sight of the feed"
        case .publishedSince(let moment):
            guard let published = article.publishedAt else { return "baseline: no date" }
            return published < moment ? "baseline: published before the catch-up" : nil
        case .newsOnly:
            guard let published = article.publishedAt else { return nil }
            return published < now.adding(seconds: -newsSeconds) ? "old news: published \(published.iso8601)" : nil
        }
    }
}

/// The articles of one transaction, with the alerts and cases that they have raised so far.
private struct Batch {
    var stored: [StoredArticle] = []
    private var alertsByStory: [String: [Alert]] = [:]
    private var caseFiles: [String: CaseFile] = [:]

    /// The newest revision of each alert of the story, those of this batch included.
    mutating func alerts(of placement: StoryPlacement, store: any NewsStore) async throws(StorageError) -> [Alert] {
        let id = placement.story.id
        if let known = alertsByStory[id] { return known }
        let known = placement.isNew ? [] : try await store.alerts(ofStory: id)
        alertsByStory[id] = known
        return known
    }

    /// The open cases of companies, as this batch has left them.
    func cases(of companies: [String], store: any NewsStore) async throws(StorageError) -> [CaseFile] {
        guard !companies.isEmpty else { return [] }
        let known = try await store.openCases(of: companies).map { caseFiles[$0.id] ?? $0 }
        let ids = Set(known.map(\.id))
        let new = caseFiles.values.filter { !ids.contains($0.id) && companies.contains($0.companyID) }
        return (known + new.sorted { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }).filter { $0.closedAt == nil }
    }

    /// Who was told of the alerts of a case, those of this batch included.
    func listeners(of file: CaseFile, store: any NewsStore) async throws(StorageError) -> [CaseListener] {
        let known = try await store.listeners(ofAlerts: file.alertIDs)
        let new = stored.flatMap(\.notices).filter { file.alertIDs.contains($0.alertID) && $0.kind == .alert }
            .filter { notice in !known.contains { $0.receiver == notice.receiver } }
            .map { CaseListener(receiver: $0.receiver, route: $0.route) }
        var seen: Set<String> = []
        return known + new.filter { seen.insert($0.receiver).inserted }
    }

    mutating func add(_ article: StoredArticle) {
        stored.append(article)
        for file in article.cases { caseFiles[file.id] = file }
        for alert in article.alerts {
            alertsByStory[article.story.id, default: []].removeAll { $0.id == alert.id }
            alertsByStory[article.story.id, default: []].append(alert)
        }
    }
}
