import NewsModel
import Storage
import Stories

/// What the newsdesk remembers of earlier articles: their stories, and how much there was on each story and company.
struct NewsMemory: Sendable {
    private var index: StoryIndex
    private var coverage: CoverageTable

    /// Rows that are read at once at start: some hundred bytes each.
    private static let pageLength = 2000

    static func load(
        from store: any NewsStore, windowSeconds: Int64, now: Timestamp
    ) async throws(StorageError) -> NewsMemory {
        var memory = empty(windowSeconds: windowSeconds)
        var place: StorePlace?
        repeat {
            let page = try await store.storyMembers(
                since: now.adding(seconds: -windowSeconds), after: place, limit: pageLength)
            let stories = try await store.stories(ids: Set(page.items.map(\.storyID)).sorted())
            memory.index.load(members: page.items, stories: stories)
            place = page.next
        } while place != nil
        repeat {
            let page = try await store.coverage(
                since: now.adding(seconds: -CoverageTable.windowSeconds), after: place, limit: pageLength)
            for share in page.items {
                memory.coverage.add(storyID: share.storyID, shares: share.riskShares, at: share.seenAt)
            }
            place = page.next
        } while place != nil
        return memory
    }

    /// Nothing remembered yet.
    static func empty(windowSeconds: Int64) -> NewsMemory {
        NewsMemory(index: StoryIndex(windowSeconds: windowSeconds), coverage: CoverageTable())
    }

    mutating func forget(now: Timestamp, windowSeconds: Int64) {
        index.remove(before: now.adding(seconds: -windowSeconds))
        coverage.remove(before: now.adding(seconds: -CoverageTable.windowSeconds))
    }

    mutating func place(
        _ item: ScoredArticle, changing earlier: (article: Article, story: Story)?
    ) -> StoryPlacement {
        guard let earlier else { return index.place(article: item.article, record: item.record) }
        return index.place(
            article: item.article, record: item.record, changing: earlier.article, of: earlier.story)
    }

    /// Novelty and volume counts and risks, as they stand before the article is counted; its own risk is in them.
    func describe(_ item: ScoredArticle, _ placement: StoryPlacement, in context: inout DecisionDesk.Context) {
        let moment = item.article.seenAt
        let shares = Self.shares(of: item)
        context.novelty = coverage.novelty(ofStory: placement.story.id, at: moment)
        context.volume = coverage.volume(ofCompanies: shares.keys, at: moment)
        context.riskShares = shares
        for (company, share) in shares {
            context.risks[company] = coverage.risk(ofCompany: company, adding: share, at: moment)
        }
    }

    /// Takes an article into the counts.
    mutating func count(_ item: ScoredArticle, _ placement: StoryPlacement) {
        coverage.add(storyID: placement.story.id, shares: Self.shares(of: item), at: item.article.seenAt)
    }

    /// A changed text adds nothing: its first form was counted.
    private static func shares(of item: ScoredArticle) -> [String: Double] {
        let shares = CoverageTable.shares(of: item.record)
        return item.changedFrom == nil ? shares : shares.mapValues { _ in 0 }
    }
}
