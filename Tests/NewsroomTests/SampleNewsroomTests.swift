import FeedParsing
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Newsroom

@Suite("The sample newsroom")
struct SampleNewsroomTests {
    private static let start = Timestamp(seconds: 1_795_564_800)
    private static let base = "http://127.0.0.1:9"

    private func newsroom() throws -> SampleNewsroom {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try SampleNewsroom(folder: checkout.path + "/demo/articles", start: Self.start)
    }

    private func answer(_ path: String, after seconds: Int64, etag: String? = nil, since: String? = nil) throws
        -> SampleNewsroom.Answer
    {
        try newsroom().answer(
            path: path, ifNoneMatch: etag, ifModifiedSince: since, base: Self.base,
            now: Self.start.adding(seconds: seconds))
    }

    @Test("at least 24 articles over 5 feeds, both languages, some of them later")
    func size() throws {
        let room = try newsroom()
        #expect(room.articleCount >= 24)
        #expect(Set(room.articles.map(\.feed)).count == 5)
        #expect(room.articles.contains { $0.appearsAfter > 0 })
        #expect(Set(DemoFeed.all.map(\.language)) == [.korean, .english])
        #expect(DemoFeed.all.contains { $0.isEUCKR })
        #expect(DemoFeed.all.contains { $0.hasOnlyLinks })
    }

    @Test("every feed is read by the program's own parser, with all its entries", arguments: DemoFeed.all)
    func feeds(feed: DemoFeed) throws {
        let answer = try answer(feed.path, after: 3600)
        #expect(answer.status == 200)
        let type = answer.headers.first { $0.name == "Content-Type" }?.value
        let parsed = try FeedParser().parse(answer.body, contentType: type, baseURL: Self.base + feed.path)
        #expect(parsed.title == feed.title)
        #expect(parsed.problems.isEmpty, "\(parsed.problems)")
        let titles = try newsroom().articles.filter { $0.feed == feed.name }.map(\.title)
        #expect(Set(parsed.entries.map(\.title)) == Set(titles))
        #expect(parsed.entries.allSatisfy { ($0.published ?? $0.updated) != nil })
        #expect(parsed.encoding == (feed.isEUCKR ? "euc-kr" : "utf-8"))
        #expect(parsed.entries.allSatisfy { feed.hasOnlyLinks == ($0.summary == nil && $0.content == nil) })
    }

    @Test("articles appear in their time, and only then")
    func time() throws {
        #expect(try answer("/hanbit/105-mircard-leak.html", after: 8).status == 404)
        #expect(try answer("/hanbit/105-mircard-leak.html", after: 9).status == 200)
        #expect(try answer("/nothing", after: 9).status == 404)
    }

    @Test("304 for a validator that holds, 200 when something new came")
    func conditional() throws {
        let first = try answer("/hanbit/rss.xml", after: 0)
        let etag = try #require(first.headers.first { $0.name == "ETag" }?.value)
        let modified = try #require(first.headers.first { $0.name == "Last-Modified" }?.value)
        #expect(try answer("/hanbit/rss.xml", after: 1, etag: etag).status == 304)
        #expect(try answer("/hanbit/rss.xml", after: 1, since: modified).status == 304)
        #expect(try answer("/hanbit/rss.xml", after: 1, etag: "\"other\"", since: modified).status == 200)
        #expect(try answer("/hanbit/rss.xml", after: 9, etag: etag).status == 200)
    }

    @Test(
        "a file that is wrong is named, with what is wrong",
        arguments: [
            ("feed: a\ntitle: t", "demo article x: no empty line between the head and the text"),
            ("feed: a\ntitel: t\n\nbody", "demo article x: unknown key titel; valid are feed, after, title, author"),
            (
                "feed: a\ntitle: t\nafter: soon\n\nbody",
                "demo article x: feed and title must be there, and after must be a number"
            ),
            ("feed\n\nbody", "demo article x: \"feed\" is not `key: value`"),
        ])
    func problems(text: String, message: String) {
        let problem = #expect(throws: DemoArticle.Problem.self) { try DemoArticle(slug: "x", text: text) }
        #expect(problem?.description == message)
    }
}
