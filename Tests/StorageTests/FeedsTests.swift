import NewsModel
import Storage
import Testing

struct FeedsTests {
    @Test func keepsEveryFieldOfAState() async throws {
        try await withStore { (store, _) async throws in
            var state = FeedState(
                url: "https://feed.example/rss", checkedAt: Sample.noon, succeededAt: Sample.noon.adding(seconds: -60),
                nextCheckAt: Sample.noon.adding(seconds: 300), etag: "\"a b\"",
                lastModified: "Tue, 24 Nov 2026 00:00:00 GMT", bodyHash: "sha256:1", errorCount: 3,
                lastError: "timed out", disabledReason: "410", title: "피드", articleCount: 7)
            state.answer.at = Sample.noon.adding(seconds: -600)
            state.answer.url = "https://new.example/rss"
            state.answer.notModifiedCount = 5
            state.answer.readAs = "newsward 1.0.0"
            state.move.target = "https://new.example/rss"
            state.move.candidate = "https://newer.example/rss"
            state.move.sightings = 2
            state.rhythm.arrivalsPerDay = 12.5
            state.rhythm.lastArrivalAt = Sample.noon.adding(seconds: -500)
            state.rhythm.entryCount = 30
            state.rhythm.gapCount = 4
            state.rhythm.lastGapAt = Sample.noon.adding(seconds: -5000)
            state.wishes = FeedWishes(ttlSeconds: 3600, skipHours: 0x80_0001, skipDays: 0x60)
            state.trouble.failingSince = Sample.noon.adding(seconds: -900)
            state.trouble.told = .dead
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

    @Test func pollsOfOneTransactionAreStoredTogetherOrNotAtAll() async throws {
        try await withStore { (store, _) async throws in
            let good = StoredPoll(articles: [Sample.stored("a1")], feed: FeedState(url: "a", etag: "new"))
            // A notice of an alert that does not exist.
            let broken = Sample.stored("b1", alerts: [], notices: [Sample.notice()])
            let bad = StoredPoll(articles: [broken], feed: FeedState(url: "b", etag: "new"))
            await #expect(throws: StorageError.self) { try await store.commit([good, bad]) }
            #expect(try await store.feedStates().isEmpty)
            #expect(try await store.knownArticleIDs(among: ["a1", "b1"]).isEmpty)
            try await store.commit([good, StoredPoll(feed: FeedState(url: "b", etag: "new"))])
            #expect(try await store.feedStates().map(\.etag) == ["new", "new"])
            #expect(try await store.feedStates().map(\.articleCount) == [1, 0])
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
