import NewsModel
import Storage
import Testing

struct ArchiveTests {
    private static let titles = ["소송 제기 100%", "Garam wins 100 orders", "garam RECALLS_cars", "새 공장"]

    /// The ids of the articles, one a minute, that answer a query.
    private static func found(_ change: (inout ArchiveQuery) -> Void) async throws -> [String] {
        var query = ArchiveQuery()
        change(&query)
        let wanted = query
        var found: [String] = []
        try await withStore { (store, _) async throws in
            let articles = titles.enumerated().map { number, title in
                Sample.stored("a\(number)", seen: Sample.noon.adding(seconds: Int64(number) * 60), title: title)
            }
            try await store.commit(articles, feed: nil)
            var cursor: ArchiveCursor?
            repeat {
                let page = try await store.articles(wanted, after: cursor)
                found += page.articles.map(\.article.id)
                cursor = page.next
            } while cursor != nil
        }
        return found
    }

    @Test func wordsStandInTitleOrBodyAndAreNoPatterns() async throws {
        #expect(try await Self.found { $0.words = ["소송"] } == ["a0"])
        #expect(try await Self.found { $0.words = ["100%"] } == ["a0"])
        #expect(try await Self.found { $0.words = ["GARAM"] } == ["a1", "a2"])
        #expect(try await Self.found { $0.words = ["s_c"] } == ["a2"])
        #expect(try await Self.found { $0.words = ["garam", "orders"] } == ["a1"])
        #expect(try await Self.found { $0.words = ["본문"] }.count == 4)
    }

    @Test func companyTypeSeverityAndTimeNarrowTheSearch() async throws {
        #expect(try await Self.found { $0.company = "XKRX:000002" }.count == 4)
        #expect(try await Self.found { $0.company = "나루화학" }.count == 4)
        #expect(try await Self.found { $0.company = "나루" }.isEmpty)
        #expect(try await Self.found { $0.type = "legal.*" }.count == 4)
        #expect(try await Self.found { $0.type = "legal.law" }.isEmpty)
        #expect(try await Self.found { $0.minimumSeverity = 63 }.isEmpty)
        #expect(
            try await Self.found {
                $0.since = Sample.noon.adding(seconds: 60)
                $0.until = Sample.noon.adding(seconds: 180)
            } == ["a1", "a2"])
        #expect(try await Self.found { $0.newestFirst = true } == ["a3", "a2", "a1", "a0"])
    }

    @Test func aLongListComesInSlicesWithoutGapOrRepeat() async throws {
        try await withStore { (store, _) async throws in
            let articles = (0..<4100).map { number in
                Sample.stored("b\(number)", seen: Sample.noon.adding(seconds: Int64(number) / 7))
            }
            try await store.commit(articles, feed: nil)
            var seen: [String] = []
            var pages = 0
            var cursor: ArchiveCursor?
            repeat {
                let page = try await store.articles(ArchiveQuery(), after: cursor)
                seen += page.articles.map(\.article.id)
                cursor = page.next
                pages += 1
            } while cursor != nil
            #expect(seen == articles.map(\.article.id))
            #expect(pages == 3)
        }
    }

    @Test func anArticleIsFoundByItsURLAndKeepsItsOrigin() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored("a1")], feed: nil)
            #expect(try await store.articleIDs(url: "https://news.example/a1?x=1", canonicalURL: nil) == ["a1"])
            #expect(try await store.articleIDs(url: "?", canonicalURL: "https://news.example/a1") == ["a1"])
            #expect(try await store.articleIDs(url: "https://news.example/", canonicalURL: nil).isEmpty)
            let found = try #require(try await store.archived(articleID: "a1"))
            #expect(found.storyID == "s1" && found.decision == "no event" && found.article.origin == nil)
        }
    }

    @Test func aDeliveryLeadsToItsAlerts() async throws {
        try await withStore { (store, _) async throws in
            let notices = [Sample.notice()]
            try await store.commit([Sample.stored("a1", alerts: [Sample.alert()], notices: notices)], feed: nil)
            try await store.flush(notices, outcome: .delivery(Sample.delivery()), at: Sample.noon)
            #expect(try await store.alertIDs(inDelivery: "d1") == ["al1"])
            #expect(try await store.delivery(id: "d1")?.receiver == "team")
            #expect(try await store.alerts(ofArticle: "a1") == [Sample.alert()])
            #expect(try await store.revisions(ofAlert: "al1") == [Sample.alert()])
        }
    }
}
