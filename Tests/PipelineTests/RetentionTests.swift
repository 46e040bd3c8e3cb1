import NewsModel
import Storage
import TestSupport
import Testing

@testable import Pipeline

@Suite("A pass without the daemon keeps to the retention too", .timeLimit(.minutes(1)))
struct RetentionTests {
    @Test("articles past their retention go, younger ones stay")
    func oldArticlesGo() async throws {
        let asked = Counter()
        let peer = try LocalHTTPPeer { _ in
            let title = ["Sunny", "Rainy", "Windy"][asked.next() % 3]
            return rss([(title: title, link: "http://n.invalid/\(title)", date: nil)])
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")]) {
            $0.retentionDays = 2
        }
        func titlesAfterAPass() async throws -> [String] {
            _ = try await test.monitor.pollOnce(all: true)
            await test.monitor.tidyOnce()
            return try await test.monitor.store.latestArticles(limit: 9).map(\.title)
        }
        #expect(try await titlesAfterAPass() == ["Sunny"])
        test.clock.advance(seconds: 86_400)
        #expect(try await titlesAfterAPass() == ["Rainy", "Sunny"])
        test.clock.advance(seconds: 86_401)
        #expect(try await titlesAfterAPass() == ["Windy", "Rainy"])
        await test.end()
    }
}
