import Logging
import NewsModel
import Storage
import TestSupport
import Testing

@testable import Pipeline

@Suite("The index of search is filled after the news is stored", .timeLimit(.minutes(1)))
struct SearchIndexerTests {
    @Test("so many articles at most, then the rest")
    func limits() async throws {
        let peer = try LocalHTTPPeer { _ in
            rss(["Sunny", "Rainy", "Windy"].map { (title: $0, link: "http://n.invalid/\($0)", date: nil) })
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        _ = try await test.monitor.pollOnce(all: true)
        let store = test.monitor.store
        await SearchIndexer(store: store, logger: Logger(label: "test")).index(limit: 1)
        #expect(try await store.indexArticles(limit: 1) == 1)
        await test.monitor.tidyOnce()
        #expect(try await store.indexArticles(limit: 1) == 0)
        #expect(try await store.totals().articles == 3)
        await test.end()
    }
}
