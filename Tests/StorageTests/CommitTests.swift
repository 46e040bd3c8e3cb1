import NewsModel
import Storage
import Testing

/// The one transaction of a poll.
struct CommitTests {
    @Test func storesEverythingOfAnArticle() async throws {
        try await withStore { (store, _) async throws in
            let alert = Sample.alert()
            let stored = Sample.stored(alerts: [alert], notices: [Sample.notice()], decision: "alert by rule legal")
            let feed = FeedState(url: "https://feed.example/rss", checkedAt: Sample.noon, etag: "W/\"x\"")
            try await store.commit([stored], feed: feed)

            let found = try #require(try await store.article(id: "a1"))
            #expect(found.article == stored.article)
            #expect(found.recordJSON.hasPrefix(#"{"id":"a1","title":"가람전자, 특허 소송","#))
            #expect(try await store.storyMembers(since: Sample.noon, after: nil, limit: 10).items == [stored.member])
            #expect(try await store.stories(ids: ["s1", "s2"]) == [stored.story])
            #expect(try await store.alerts(ofStory: "s1") == [alert])
            let group = NoticeGroup(receiver: "team", groupKey: "g")
            let pending = try await store.pending(in: group)
            #expect(pending == [PendingAlert(notice: Sample.notice(), alert: alert, wasTold: false)])
            #expect(try await store.feedStates().map(\.etag) == ["W/\"x\""])
            #expect(try await store.feedStates().map(\.articleCount) == [1])
        }
    }

    @Test func repeatingChangesNothing() async throws {
        try await withStore { (store, _) async throws in
            let stored = Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])
            let feed = FeedState(url: "https://feed.example/rss")
            try await store.commit([stored], feed: feed)
            let before = try await store.totals()
            try await store.commit([stored], feed: feed)
            try await store.commit([stored, stored], feed: feed)
            #expect(try await store.totals() == before)
            #expect(before.articles == 1 && before.alerts == 1 && before.pendingNotices == 1)
            #expect(try await store.feedStates().map(\.articleCount) == [1])
        }
    }

    @Test func repeatingAfterTheFlushSendsNothingAgain() async throws {
        try await withStore { (store, _) async throws in
            let stored = Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])
            try await store.commit([stored], feed: nil)
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            try await store.commit([stored], feed: nil)
            #expect(try await store.dueGroups(at: Sample.noon).isEmpty)
        }
    }

    @Test func aKnownArticleDoesNotTouchItsStory() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored()], feed: nil)
            try await store.commit([Sample.stored(story: "s9", title: "other")], feed: nil)
            #expect(try await store.stories(ids: ["s9"]).isEmpty)
            #expect(try await store.article(id: "a1")?.article.title == "가람전자, 특허 소송")
        }
    }

    @Test func aFailureLeavesNothingBehind() async throws {
        try await withStore { (store, _) async throws in
            // The notice names a revision that no alert of the transaction has.
            let broken = Sample.stored("a2", notices: [Sample.notice("nobody")])
            let feed = FeedState(url: "https://feed.example/rss", etag: "new")
            await #expect(throws: StorageError.self) { try await store.commit([Sample.stored(), broken], feed: feed) }
            #expect(try await store.totals() == StoreTotals())
            #expect(try await store.feedStates().isEmpty)
        }
    }

    @Test func aNewRevisionStandsBesideTheOld() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])], feed: nil)
            var second = Sample.alert(revision: 2)
            second.severity = 80
            second.title = "기소"
            let update = Sample.stored("a2", alerts: [second], notices: [Sample.notice(revision: 2)])
            try await store.commit([update], feed: nil)
            #expect(try await store.alerts(ofStory: "s1") == [second])
            #expect(try await store.totals().alerts == 1)
            let pending = try await store.pending(in: NoticeGroup(receiver: "team", groupKey: "g"))
            #expect(pending.map(\.alert.revision) == [1, 2])
            #expect(pending.map(\.alert.title) == ["가람전자, 특허 소송 \"피소\"", "기소"])
        }
    }

    @Test func hostileTextIsKeptOrCutButNeverFails() async throws {
        try await withStore { (store, _) async throws in
            let title = "'; DROP TABLE article; -- \u{0}\u{202E}\"\u{FFFF}" + String(repeating: "\u{301}", count: 2000)
            try await store.commit([Sample.stored(title: title)], feed: nil)
            #expect(try await store.totals().articles == 1)
            #expect(try await store.article(id: "a1")?.article.title.hasPrefix("'; DROP TABLE article; -- ") == true)
        }
    }

    @Test func aScoreThatIsNoNumberIsStored() async throws {
        try await withStore { (store, _) async throws in
            var alert = Sample.alert()
            alert.sentiment = Sentiment(
                score: .nan, sentimentClass: .neutral, positive: .infinity, neutral: 1, negative: -.infinity)
            try await store.commit([Sample.stored(alerts: [alert])], feed: nil)
            let found = try #require(try await store.alerts(ofStory: "s1").first)
            #expect(found.sentiment.score.isNaN && found.sentiment.positive == .infinity)
        }
    }
}
