import NewsModel
import Storage
import Testing

struct ArchiveTests {
    private static let titles = ["소송 제기 100%", "Garam wins 100 orders", "garam RECALLS_cars", "새 공장"]

    /// The ids of the articles, one a minute, that answer a query.
    ///
    /// - Parameter indexed: how many of them are in the index of words.
    private static func found(
        indexed: Int = 0, _ change: (inout ArchiveQuery) -> Void
    ) async throws -> [String] {
        var query = ArchiveQuery()
        change(&query)
        let wanted = query
        var found: [String] = []
        try await withStore { (store, _) async throws in
            let articles = titles.enumerated().map { number, title in
                Sample.stored("a\(number)", seen: Sample.noon.adding(seconds: Int64(number) * 60), title: title)
            }
            try await store.commit(articles, feed: nil)
            #expect(try await store.indexArticles(limit: indexed) == indexed)
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

    /// Words of three characters and more go through the index, shorter ones through the texts, and so do articles that
    /// are not in it yet; all find the same.
    @Test(arguments: [0, 2, 4])
    func theIndexFindsWhatTheTextsHold(indexed: Int) async throws {
        func found(_ words: String...) async throws -> [String] {
            try await Self.found(indexed: indexed) { $0.words = words }
        }
        #expect(try await found("소송 제") == ["a0"])
        #expect(try await found("송 제기 1") == ["a0"])
        #expect(try await found("소송", "제기 100") == ["a0"])
        #expect(try await found("새 공장", "본문") == ["a3"])
        #expect(try await found("wins 100", "garam") == ["a1"])
        #expect(try await found("winswin").isEmpty, "its pieces stand in it")
        #expect(try await found("\"\"\"", "\" AND").isEmpty)
        #expect(try await found(String(repeating: "garam", count: 5000)).isEmpty)
        #expect(
            try await Self.found(indexed: indexed) {
                $0.words = ["GARAM"]
                $0.newestFirst = true
            } == ["a2", "a1"])
        #expect(
            try await Self.found(indexed: indexed) {
                $0.words = ["garam"]
                $0.since = Sample.noon.adding(seconds: 61)
            } == ["a2"])
    }

    @Test func manyAnswersOfTheIndexComeInSlicesWithoutGapOrRepeat() async throws {
        try await withStore { (store, _) async throws in
            let articles = (0..<1300).map { number in
                Sample.stored(
                    "b\(number)", seen: Sample.noon.adding(seconds: Int64(number) / 7), title: "나루화학 \(number % 3)")
            }
            try await store.commit(articles, feed: nil)
            #expect(try await store.indexArticles(limit: 700) == 700)
            var query = ArchiveQuery()
            query.words = ["나루화학 1"]
            for newestFirst in [true, false] {
                query.newestFirst = newestFirst
                var seen: [String] = []
                var cursor: ArchiveCursor?
                repeat {
                    let page = try await store.articles(query, after: cursor)
                    seen += page.articles.map(\.article.id)
                    cursor = page.next
                } while cursor != nil
                let wanted = stride(from: 1, to: 1300, by: 3).map { "b\($0)" }
                #expect(seen == (newestFirst ? wanted.reversed() : wanted))
            }
        }
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
