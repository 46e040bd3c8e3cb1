import NewsModel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("A text that changes under its address", .timeLimit(.minutes(1)))
struct ChangedTextTests {
    private let link = "http://n.invalid/1"

    private func peer(_ titles: [String]) throws -> LocalHTTPPeer {
        let rest = Mutex(titles)
        let link = link
        return try LocalHTTPPeer { _ in
            let title = rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
            return rss([(title: title, link: link, date: nil), (title: "Sunny", link: "http://n.invalid/0", date: nil)])
        }
    }

    @Test("it supersedes the earlier one, joins its story, and tells only what it adds")
    func supersedes() async throws {
        let peer = try peer([
            "Briskwater Foods opens a plant", "Briskwater Foods opens a large plant",
            "Briskwater Foods opens a large plant and recalls jars",
        ])
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        _ = try await test.monitor.pollOnce(all: true)
        let harmless = try await test.monitor.pollOnce(all: true)
        #expect(harmless.articles == 1 && harmless.alerts == 0)
        let grave = try await test.monitor.pollOnce(all: true)
        #expect(grave.articles == 1 && grave.alerts == 1, "the recall is new, although the page is not")
        #expect(try await test.monitor.pollOnce(all: true).articles == 0)
        let articles = try await test.monitor.store.latestArticles(limit: 10).filter { $0.url == link }
        #expect(articles.count == 3)
        #expect(Set(articles.map(\.storyID)).count == 1)
        let newest = try #require(articles.first)
        let base = try #require(articles.last)
        let record = try #require(try await test.monitor.store.article(id: newest.id)).recordJSON
        #expect(record.contains("\"supersedes\":\"\(base.id)\""), "\(record)")
        await test.end()
    }

    @Test("a page that changes at every poll does not fill the store")
    func restlessPage() async throws {
        let peer = try peer((0..<20).map { "Briskwater Foods recalls jars, reader number \($0)" })
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        var stored = 0
        var alerts = 0
        for _ in 0..<20 {
            let summary = try await test.monitor.pollOnce(all: true)
            stored += summary.articles
            alerts += summary.alerts
        }
        #expect(stored == 10, "the two entries of the baseline, and eight changes")
        #expect(alerts == 0)
        await test.end()
    }
}
