import Alerting
import NewsModel
import Storage
import Stories

/// What was decided before an article: in the store, and earlier in the same transaction.
struct EarlierDecisions {
    private let store: any NewsStore
    private var alertsByStory: [String: [Alert]] = [:]
    /// By company, oldest first: those that were open before the transaction, as they stand now, and those opened in it.
    private var cases: [String: [CaseFile]]
    private var notices: [PendingNotice] = []

    /// Looks up at once what all articles of a transaction need.
    init(store: any NewsStore, items: some Sequence<ScoredArticle>) async throws {
        self.store = store
        let companies = Set(items.flatMap { CaseMemory.companies(in: $0.record) }).sorted()
        let open = companies.isEmpty ? [] : try await store.openCases(of: companies)
        cases = Dictionary(grouping: open, by: \.companyID)
    }

    /// The stored text that an article changes, with its story; nil for an article that is new.
    func text(of item: ScoredArticle) async throws -> (article: Article, story: Story)? {
        guard let id = item.changedFrom, let article = try await store.articles(ids: [id]).first,
            let story = try await store.story(ofArticle: id)
        else { return nil }
        return (article, story)
    }

    /// The alerts of the article's story, and what the article does to the cases of its companies.
    mutating func context(
        of item: ScoredArticle, _ placement: StoryPlacement, refusal: String?, now: Timestamp
    ) async throws -> DecisionDesk.Context {
        var context = DecisionDesk.Context()
        context.refusal = refusal
        if refusal == nil { context.previous = try await alerts(of: placement) }
        let open = CaseMemory.companies(in: item.record).flatMap { cases[$0] ?? [] }.filter { $0.closedAt == nil }
        // What is told to nobody closes no case either: those who heard of its beginning would wait for ever.
        context.cases = CaseMemory.changes(by: item.record, member: placement.member, open: open, now: now)
            .filter { refusal == nil || !$0.closes }
        for change in context.cases where change.closes {
            context.listeners[change.file.id] = try await listeners(of: change.file)
        }
        return context
    }

    mutating func add(_ article: StoredArticle) {
        notices += article.notices
        for file in article.cases { add(file) }
        for alert in article.alerts {
            alertsByStory[article.story.id, default: []].removeAll { $0.id == alert.id }
            alertsByStory[article.story.id, default: []].append(alert)
        }
    }

    /// The newest revision of each alert of the story.
    private mutating func alerts(of placement: StoryPlacement) async throws -> [Alert] {
        let id = placement.story.id
        if let known = alertsByStory[id] { return known }
        let known = placement.isNew ? [] : try await store.alerts(ofStory: id)
        alertsByStory[id] = known
        return known
    }

    private mutating func add(_ file: CaseFile) {
        let place = cases[file.companyID]?.firstIndex { $0.id == file.id }
        if let place {
            cases[file.companyID]?[place] = file
        } else {
            cases[file.companyID, default: []].append(file)
        }
    }

    /// Who was told of the alerts of a case.
    private func listeners(of file: CaseFile) async throws -> [CaseListener] {
        let known = try await store.listeners(ofAlerts: file.alertIDs)
        var seen = Set(known.map(\.receiver))
        let new = notices.filter { file.alertIDs.contains($0.alertID) && $0.kind == .alert }
            .filter { seen.insert($0.receiver).inserted }
        return known + new.map { CaseListener(receiver: $0.receiver, route: $0.route) }
    }
}
