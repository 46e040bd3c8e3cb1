import GRDB
import NewsModel
import Testing

@testable import Storage

/// What goes with old articles, and what stays.
struct KeepingTests {
    private let cut = Sample.noon.adding(seconds: 1)

    @Test func removesArticlesWithAllThatHangsOnThem() async throws {
        try await withStore { (store, _) async throws in
            let late = Sample.noon.adding(seconds: 100)
            try await store.commit([Sample.stored("a1"), Sample.stored("a2", story: "s2", seen: late)], feed: nil)
            #expect(try await store.removeArticles(before: cut) == 1)
            #expect(try await store.latestArticles(limit: 9).map(\.id) == ["a2"])
            #expect(
                try await store.storyMembers(since: Sample.noon, after: nil, limit: 10).items.map(\.articleID) == ["a2"]
            )
            #expect(try await store.stories(ids: ["s1", "s2"]).map(\.id) == ["s2"])
            #expect(try await store.removeArticles(before: cut) == 0)
        }
    }

    private func entries(_ piece: String, in store: SQLiteNewsStore) async throws -> Int {
        // Throws where index and texts disagree.
        try await store.write { db in
            try db.execute(sql: "INSERT INTO articleIndex (articleIndex, rank) VALUES ('integrity-check', 0)")
        }
        return try await store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM articleIndex WHERE articleIndex MATCH ?", arguments: [piece]) ?? 0
        }
    }

    @Test func theIndexForgetsWhatIsRemoved() async throws {
        try await withStore { (store, _) async throws in
            let late = Sample.noon.adding(seconds: 100)
            try await store.commit(
                [
                    Sample.stored("a1", title: "나루화학 공장"), Sample.stored("a2", story: "s2", seen: late),
                    Sample.stored("a3", title: "나루화학 수주"),
                ], feed: nil)
            #expect(try await store.indexArticles(limit: 2) == 2)
            #expect(try await entries("나루화", in: store) == 1)
            // One of the removed is in the index, the other is not.
            #expect(try await store.removeArticles(before: cut) == 2)
            #expect(try await entries("나루화", in: store) == 0)
            #expect(try await entries("가람전", in: store) == 1)
        }
    }

    /// SQLite numbers new rows from the highest that is left.
    @Test func whatComesAfterAnEmptyStoreIsIndexedToo() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored("a1"), Sample.stored("a2")], feed: nil)
            #expect(try await store.indexArticles(limit: 9) == 2)
            #expect(try await store.removeArticles(before: cut) == 2)
            let late = Sample.noon.adding(seconds: 100)
            try await store.commit([Sample.stored("a3", seen: late, title: "나루화학 공장")], feed: nil)
            #expect(try await store.indexArticles(limit: 9) == 1)
            #expect(try await entries("나루화", in: store) == 1)
            #expect(try await entries("가람전", in: store) == 0)
        }
    }

    @Test func aRemovedArticleStaysKnown() async throws {
        try await withStore { (store, _) async throws in
            let stored = Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])
            try await store.commit([stored], feed: nil)
            try await store.flush(
                [Sample.notice()], outcome: .muted(NoticeVerdict(.muted, at: Sample.noon, cause: .silence, name: "x")),
                at: Sample.noon)
            #expect(try await store.removeArticles(before: cut) == 1)
            let removed = try await store.totals()
            var nothing = StoreTotals()
            // What was decided stays accounted for.
            nothing.accounts.decided = 1
            nothing.accounts.muted = 1
            #expect(removed == nothing)
            // The feed lists it still: no second notice of old news.
            #expect(try await store.knownArticleIDs(among: ["a1"]) == ["a1"])
            try await store.commit([stored], feed: FeedState(url: "u"))
            let again = try await store.totals()
            #expect(again == nothing)
            #expect(try await store.feedStates().map(\.articleCount) == [0])
        }
    }

    @Test func anAlertStaysWhileItIsPending() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])], feed: nil)
            #expect(try await store.removeArticles(before: cut) == 1)
            #expect(try await store.pending(in: NoticeGroup(receiver: "team", groupKey: "g")).count == 1)
        }
    }

    @Test(arguments: [DeliveryState.due, .dead, .delivered])
    func anAlertStaysWhileItsDeliveryIsOpen(_ state: DeliveryState) async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])], feed: nil)
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            var delivery = Sample.delivery()
            delivery.state = state
            let attempt = DeliveryAttempt(
                deliveryID: "d1", number: 1, at: Sample.noon, latencyMilliseconds: 1, status: 200, detail: "",
                succeeded: state == .delivered)
            try await store.record([DeliveryOutcome(attempt: attempt, delivery: delivery)])
            #expect(try await store.removeArticles(before: cut) == 1)
            let isOpen = state != .delivered
            #expect(try await store.totals().alerts == (isOpen ? 1 : 0))
            #expect(try await store.deliveries(in: state, limit: 9).count == (isOpen ? 1 : 0))
            #expect(try await store.attempts(of: "d1").count == (isOpen ? 1 : 0))
        }
    }
}
