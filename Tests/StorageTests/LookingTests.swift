import NewsModel
import Storage
import Testing

struct LookingTests {
    @Test func latestAlertsAreNewestRevisionsNewestFirst() async throws {
        try await withStore { (store, _) async throws in
            let early = Sample.noon
            let late = Sample.noon.adding(seconds: 10)
            var second = Sample.alert("al1", revision: 2, at: early)
            second.updatedAt = Sample.noon.adding(seconds: 20)
            let articles = [
                Sample.stored("a1", alerts: [Sample.alert("al1", at: early)]),
                Sample.stored("a2", alerts: [Sample.alert("al2", at: late)]), Sample.stored("a3", alerts: [second]),
            ]
            try await store.commit(articles, feed: nil)
            let found = try await store.latestAlerts(limit: 9)
            #expect(found.map(\.id) == ["al1", "al2"])
            #expect(found.first?.revision == second.revision && found.first?.events == second.events)
            #expect(try await store.latestAlerts(limit: 1).map(\.id) == ["al1"])
        }
    }

    @Test func anAlertShowsItsThreadAsItStandsNow() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored(alerts: [Sample.alert()])], feed: nil)
            let later = Sample.stored("a2")
            let story = Story(
                id: "s1", leadArticleID: "a1", articleCount: 4, sources: ["새소식", "한빛경제"], bestSourceRank: 2,
                firstSeenAt: Sample.noon, lastSeenAt: Sample.noon.adding(seconds: 60))
            let joined = StoredArticle(
                article: later.article, record: later.record, story: story, member: later.member, alerts: [],
                notices: [], decision: "alert al1 unchanged: nothing new since revision 1")
            try await store.commit([joined], feed: nil)
            let alert = try #require(try await store.latestAlerts(limit: 1).first)
            #expect(alert.revision == 1 && alert.articleCount == 4 && alert.sources == ["새소식", "한빛경제"])
            #expect(alert.firstSeenAt == Sample.noon && alert.bestSourceRank == 2)
        }
    }

    @Test func latestArticlesSayWhatTheyAreAbout() async throws {
        try await withStore { (store, _) async throws in
            let late = Sample.noon.adding(seconds: 1)
            try await store.commit([Sample.stored("a1"), Sample.stored("a2", seen: late)], feed: nil)
            let found = try await store.latestArticles(limit: 9)
            #expect(found.map(\.id) == ["a2", "a1"])
            let first = try #require(found.first)
            #expect(first.companies == ["가람전자"])
            #expect(first.eventTypes == ["legal.lawsuit"])
            #expect(first.severity == 62 && first.sentimentScore == -0.5 && first.decision == "no event")
            #expect(first.language == .korean && first.storyID == "s1" && first.seenAt == late)
        }
    }

    @Test func anUnknownArticleIsNone() async throws {
        try await withStore { (store, _) async throws in
            #expect(try await store.article(id: "nothing") == nil)
        }
    }

    @Test func membersComeOldestFirstSinceAMoment() async throws {
        try await withStore { (store, _) async throws in
            let times: [(String, Int64)] = [("a1", 5), ("a2", 0), ("a3", -5)]
            for (id, seconds) in times {
                try await store.commit([Sample.stored(id, seen: Sample.noon.adding(seconds: seconds))], feed: nil)
            }
            #expect(
                try await store.storyMembers(since: Sample.noon, after: nil, limit: 10).items.map(\.articleID) == [
                    "a2", "a1",
                ])
        }
    }

    @Test func longListsComeInPages() async throws {
        try await withStore { (store, _) async throws in
            // Two at one moment: the page ends between them.
            for (id, seconds) in [("a1", 0), ("a2", 1), ("a3", 1), ("a4", 2)] as [(String, Int64)] {
                let shares = id == "a3" ? ["XKRX:000001": 0.5, "XKRX:000002": 0.25] : [:]
                let seen = Sample.noon.adding(seconds: seconds)
                try await store.commit([Sample.stored(id, story: "s" + id, seen: seen, riskShares: shares)], feed: nil)
            }
            let first = try await store.storyMembers(since: Sample.noon, after: nil, limit: 2)
            let second = try await store.storyMembers(since: Sample.noon, after: first.next, limit: 2)
            #expect(first.items.map(\.articleID) == ["a1", "a2"])
            #expect(second.items.map(\.articleID) == ["a3", "a4"])
            #expect(try await store.storyMembers(since: Sample.noon, after: second.next, limit: 2).items.isEmpty)
            let shares = try await store.coverage(since: Sample.noon, after: nil, limit: 3)
            #expect(shares.items.map(\.storyID) == ["sa1", "sa2", "sa3"])
            #expect(shares.items.map(\.riskShares) == [[:], [:], ["XKRX:000001": 0.5, "XKRX:000002": 0.25]])
            let last = try await store.coverage(since: Sample.noon, after: shares.next, limit: 3)
            #expect(last.items.map(\.storyID) == ["sa4"])
            #expect(last.next == nil)
        }
    }

    @Test func anEmptyStoreAnswersNothing() async throws {
        try await withStore { (store, _) async throws in
            #expect(try await store.totals() == StoreTotals())
            #expect(try await store.nextDueTime() == nil)
            #expect(try await store.latestAlerts(limit: 5).isEmpty)
            #expect(try await store.stories(ids: []).isEmpty)
        }
    }
}
