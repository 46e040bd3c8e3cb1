import Foundation
import NewsModel
import Storage
import TestSupport
import Testing

@testable import Pipeline

@Suite("What the program dies on", .timeLimit(.minutes(1)))
struct QuarantineTests {
    private let titles = ["Quillon Foundry sued", "Briskwater Foods sued"]

    private func withFeeds(
        _ test: (_ feeds: [Feed], TemporaryFolder, ReadingMarks, LocalHTTPPeer) async throws -> Void
    ) async throws {
        let titles = self.titles
        let peer = try LocalHTTPPeer { _ in
            rss(titles.enumerated().map { (title: $1, link: "http://news.invalid/\($0)", date: nil) })
        }
        defer { peer.stop() }
        let feeds = [Feed(url: peer.url + "/bad", source: "Bad"), Feed(url: peer.url + "/good", source: "Good")]
        let folder = try TemporaryFolder()
        try await test(feeds, folder, ReadingMarks(dataFolder: folder.path + "/data"), peer)
    }

    /// Opens and closes a monitor after each of three deaths.
    private func die(
        _ feeds: [Feed], _ folder: TemporaryFolder, _ marks: ReadingMarks, at article: ReadingMark.Article? = nil
    ) async throws {
        for _ in 1...Quarantine.deaths {
            // What a process leaves that dies between the two ends of a reading.
            marks.begin(feeds[0].url, at: article)
            try await TestMonitor(feeds: feeds, folder: folder).monitor.close()
        }
    }

    @Test("a feed is set aside after three deaths in a row, the others go on, and it can be released")
    func feed() async throws {
        try await withFeeds { feeds, folder, marks, _ in
            marks.begin(feeds[0].url)
            marks.begin(feeds[0].url)
            let early = try await TestMonitor(feeds: feeds, folder: folder)
            #expect(try await early.monitor.feeds().first?.state.disabledReason == nil)
            await early.monitor.close()
            marks.forget(feeds[0].url)

            try await die(feeds, folder, marks)
            let test = try await TestMonitor(feeds: feeds, folder: folder)
            let bad = try #require(try await test.monitor.feeds().first).state
            #expect(bad.disabledReason == "quarantined: the program died 3 times in a row while it read this feed")
            #expect(try await test.monitor.pollOnce(all: true).polled == 1)
            let reader = try StoreReader(dataFolder: folder.path + "/data")
            #expect(try await reader.quarantinedFeeds().map(\.url) == [feeds[0].url])

            #expect(try await test.monitor.setFeed(feeds[0].url, enabled: true))
            #expect(try await test.monitor.pollOnce(all: true).polled == 2)
            #expect(try await reader.quarantinedFeeds().isEmpty)
            await test.end()
        }
    }

    @Test("an article that it died on twice running is set aside in the feed's place, and can be released")
    func article() async throws {
        try await withFeeds { feeds, folder, marks, _ in
            let only = [feeds[0]]
            let ids = try await articleIDs(only)
            let culprit = ReadingMark.Article(id: try #require(ids[titles[0]]), name: "http://news.invalid/0")
            try await die(only, folder, marks, at: culprit)
            let test = try await TestMonitor(feeds: only, folder: folder)
            #expect(try await test.monitor.feeds().first?.state.disabledReason == nil)
            _ = try await test.monitor.pollOnce(all: true)
            #expect(try await test.monitor.store.latestArticles(limit: 9).map(\.title) == [titles[1]])
            let listed = try await StoreReader(dataFolder: folder.path + "/data").setAsideArticles()
            #expect(listed.map(\.name) == ["http://news.invalid/0"] && listed.map(\.feedURL) == [only[0].url])

            #expect(try await test.monitor.releaseArticle(id: "nobody") == false)
            #expect(try await test.monitor.releaseArticle(id: culprit.id))
            // The feed's bytes are as before, and it is read all the same.
            _ = try await test.monitor.pollOnce(all: false)
            #expect(try await Set(test.monitor.store.latestArticles(limit: 9).map(\.title)) == Set(titles))
            await test.end()
        }
    }

    @Test("a feed with three articles set aside is set aside itself")
    func articleAfterArticle() async throws {
        try await withFeeds { feeds, folder, marks, _ in
            for number in 0...Quarantine.articlesOfAFeed {
                try await die(feeds, folder, marks, at: .init(id: "a\(number)", name: "x"))
            }
            let test = try await TestMonitor(feeds: feeds, folder: folder)
            #expect(try await test.monitor.feeds().first?.state.disabledReason != nil)
            #expect(try await test.monitor.store.setAsideArticles().map(\.id) == ["a0", "a1", "a2"])
            await test.end()
        }
    }

    @Test("a suspect is read first and by itself; read to its end, it is none any more")
    func suspectsFirst() async throws {
        try await withFeeds { feeds, folder, marks, peer in
            marks.begin(feeds[0].url)
            let test = try await TestMonitor(feeds: feeds.reversed(), folder: folder)
            await test.monitor.readSuspects()
            #expect(peer.requests.map(\.path) == ["/bad"])
            marks.begin(feeds[0].url)
            #expect(marks.takeSuspects() == [.init(url: feeds[0].url, deaths: 1)], "the earlier death counts no more")
            await test.end()
        }
    }

    /// The ids that the articles of these feeds get, by title.
    private func articleIDs(_ feeds: [Feed]) async throws -> [String: String] {
        let test = try await TestMonitor(feeds: feeds)
        _ = try await test.monitor.pollOnce(all: true)
        let articles = try await test.monitor.store.latestArticles(limit: 9)
        await test.end()
        return Dictionary(uniqueKeysWithValues: articles.map { ($0.title, $0.id) })
    }
}
