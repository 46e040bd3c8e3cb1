import NewsModel
import Storage
import Testing

struct FeedsTests {
    @Test func keepsEveryFieldOfAState() async throws {
        try await withStore { (store, _) async throws in
            let state = FeedState(
                url: "https://feed.example/rss", checkedAt: Sample.noon, succeededAt: Sample.noon.adding(seconds: -60),
                nextCheckAt: Sample.noon.adding(seconds: 300), etag: "\"a b\"",
                lastModified: "Tue, 24 Nov 2026 00:00:00 GMT", bodyHash: "sha256:1", errorCount: 3,
                lastError: "timed out", disabledReason: "410", title: "피드", articleCount: 7)
            try await store.save(state)
            #expect(try await store.feedStates() == [state])
        }
    }

    @Test func savingLeavesTheArticleCountToTheStore() async throws {
        try await withStore { (store, _) async throws in
            let feed = FeedState(url: "u")
            try await store.commit([Sample.stored("a1"), Sample.stored("a2")], feed: feed)
            try await store.save(FeedState(url: "u", errorCount: 1, articleCount: 0))
            try await store.commit([Sample.stored("a2"), Sample.stored("a3")], feed: feed)
            let found = try await store.feedStates()
            #expect(found.map(\.articleCount) == [3])
            #expect(found.map(\.errorCount) == [0])
        }
    }

    @Test func statesComeByURL() async throws {
        try await withStore { (store, _) async throws in
            for url in ["c", "a", "b"] { try await store.save(FeedState(url: url)) }
            #expect(try await store.feedStates().map(\.url) == ["a", "b", "c"])
        }
    }

    @Test func tellsKnownArticles() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored("a1"), Sample.stored("a2")], feed: nil)
            let asked = ["a1", "a2", "a3", "\"]}", ""] + (0..<3000).map { "x\($0)" }
            #expect(try await store.knownArticleIDs(among: asked) == ["a1", "a2"])
            #expect(try await store.knownArticleIDs(among: []).isEmpty)
        }
    }
}
