import NewsModel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("One poll of one feed", .timeLimit(.minutes(1)))
struct FeedPollTests {
    static let lawsuit = (title: "Quillon Foundry sued over patents", link: "http://n.invalid/1", date: String?.none)
    static let recall = (title: "Briskwater Foods recalls jars", link: "http://n.invalid/2", date: String?.none)

    /// A peer that gives one answer after the other; the last one stays.
    private func peer(_ answers: [LocalHTTPPeer.Answer]) throws -> LocalHTTPPeer {
        let rest = Mutex(answers)
        return try LocalHTTPPeer { _ in rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
    }

    private func poll(_ test: TestMonitor) async throws -> PassSummary {
        try await test.monitor.pollOnce(all: true)
    }

    private func state(_ test: TestMonitor) async throws -> FeedState {
        try #require(try await test.monitor.feeds().first).state
    }

    @Test("first sight stores and tells nothing; the next news is told once")
    func baseline() async throws {
        let peer = try peer([
            rss([Self.lawsuit]), rss([Self.recall, Self.lawsuit]), rss([Self.recall, Self.lawsuit], etag: "\"x\""),
        ])
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        let first = try await poll(test)
        #expect(first.articles == 1 && first.alerts == 0 && first.newFeeds == 1)
        let second = try await poll(test)
        #expect(second.articles == 1 && second.alerts == 1 && second.newFeeds == 0)
        _ = try await test.monitor.deliverOnce(seconds: 5)
        #expect(test.alertLines.count == 1)
        #expect(test.alertLines.first?.contains("XNAS:BRW") == true)
        let third = try await poll(test)
        #expect(third.articles == 0 && third.alerts == 0)
        #expect(try await state(test).etag == "\"x\"", "an equal body still brings its new validators")
        let why = try await test.monitor.store.latestArticles(limit: 10).map(\.decision)
        #expect(why.contains("baseline: first sight of the feed"))
        await test.end()
    }

    @Test("catch-up tells of what is dated within it, and of nothing undated or older")
    func catchUp() async throws {
        let entries = [
            (title: Self.lawsuit.title, link: Self.lawsuit.link, date: Optional("Tue, 24 Nov 2026 23:00:00 GMT")),
            (title: Self.recall.title, link: Self.recall.link, date: "Mon, 23 Nov 2026 23:00:00 GMT"),
            (title: "Garam Electronics sued", link: "http://n.invalid/3", date: nil),
        ]
        let peer = try peer([rss(entries)])
        defer { peer.stop() }
        let test = try await TestMonitor(
            feeds: [Feed(url: peer.url + "/rss", source: "Wire")], catchUpSeconds: 6 * 3600)
        let summary = try await poll(test)
        #expect(summary.articles == 3 && summary.alerts == 1)
        await test.end()
    }

    @Test("news that is dated a week back is old news, and says so")
    func oldNews() async throws {
        let old = (title: Self.recall.title, link: Self.recall.link, date: Optional("Tue, 10 Nov 2026 00:00:00 GMT"))
        let peer = try peer([rss([Self.lawsuit]), rss([Self.lawsuit, old])])
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        _ = try await poll(test)
        let summary = try await poll(test)
        #expect(summary.articles == 1 && summary.alerts == 0)
        let decisions = try await test.monitor.store.latestArticles(limit: 5).map(\.decision)
        #expect(decisions.contains("old news: published 2026-11-10T00:00:00Z"))
        await test.end()
    }

    @Test("validators go back byte for byte, and only a stored answer moves them")
    func validators() async throws {
        let broken = LocalHTTPPeer.Answer.response(
            status: 200, headers: [("ETag", "\"broken\"")], body: Array("<html><body>maintenance</body></html>".utf8))
        let peer = try peer([
            rss([Self.lawsuit], etag: "W/\"odd, one\""), broken,
            .response(status: 500, headers: [("ETag", "\"500\"")], body: []),
            .response(status: 304, headers: [("ETag", "\"fresh\"")], body: []),
        ])
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        _ = try await poll(test)
        #expect(peer.requests[0].header("If-None-Match") == nil)
        let page = try await poll(test)
        #expect(page.failed == 1)
        #expect(try await state(test).etag == "W/\"odd, one\"")
        #expect(try await poll(test).failed == 1)
        #expect(try await state(test).errorCount == 2)
        #expect(try await poll(test).failed == 0)
        #expect(
            peer.requests.map { $0.header("If-None-Match") } == [
                nil, "W/\"odd, one\"", "W/\"odd, one\"", "W/\"odd, one\"",
            ])
        let healed = try await state(test)
        #expect(healed.etag == "\"fresh\"" && healed.errorCount == 0 && healed.lastError == nil)
        await test.end()
    }

    @Test("410 stops the feed until it is enabled; 404 does not")
    func gone() async throws {
        let peer = try peer([
            .response(status: 404, headers: [], body: []), .response(status: 410, headers: [], body: []),
            rss([Self.lawsuit]),
        ])
        defer { peer.stop() }
        let url = peer.url + "/rss"
        let test = try await TestMonitor(feeds: [Feed(url: url, source: "Wire")])
        #expect(try await poll(test).failures == ["Wire: there is no such feed on the server (404)"])
        #expect(try await poll(test).failures == ["Wire: the feed is gone for good (410)"])
        #expect(try await poll(test).polled == 0)
        #expect(try await test.monitor.setFeed(url, enabled: true))
        #expect(try await test.monitor.setFeed("http://other.invalid/", enabled: true) == false)
        #expect(try await poll(test).articles == 1)
        await test.end()
    }

    @Test("a feed is not polled before its time, and Retry-After moves that time")
    func pacing() async throws {
        let busy = LocalHTTPPeer.Answer.response(status: 429, headers: [("Retry-After", "7200")], body: [])
        let peer = try peer([rss([Self.lawsuit]), busy, rss([Self.lawsuit])])
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire", intervalSeconds: 900)])
        #expect(try await test.monitor.pollOnce(all: false).polled == 1)
        #expect(try await test.monitor.pollOnce(all: false).polled == 0)
        test.clock.advance(seconds: 901)
        #expect(try await test.monitor.pollOnce(all: false).failed == 1)
        test.clock.advance(seconds: 7100)
        #expect(try await test.monitor.pollOnce(all: false).polled == 0)
        test.clock.advance(seconds: 800)
        #expect(try await test.monitor.pollOnce(all: false).polled == 1)
        await test.end()
    }

    @Test("the same story from two feeds is one alert, which knows both sources")
    func oneStory() async throws {
        let text = "Quillon Foundry was sued on Tuesday over patents for its casting process, court papers show."
        @Sendable func answer(_ path: String) -> LocalHTTPPeer.Answer {
            rss([(title: Self.recall.title, link: "http://base.invalid/\(path)", date: nil)])
        }
        let isOpen = Mutex(false)
        let peer = try LocalHTTPPeer { request in
            let path = request.path.hasPrefix("/a") ? "a" : "b"
            guard isOpen.withLock({ $0 }) else { return answer(path) }
            return rss([
                (title: text, link: "http://\(path).invalid/lawsuit", date: nil),
                (title: Self.recall.title, link: "http://base.invalid/\(path)", date: nil),
            ])
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [
            Feed(url: peer.url + "/a", source: "Alpha"), Feed(url: peer.url + "/b", source: "Beta"),
        ])
        _ = try await poll(test)
        isOpen.withLock { $0 = true }
        let summary = try await poll(test)
        #expect(summary.articles == 2 && summary.alerts == 1)
        let summaries = try await test.monitor.store.latestArticles(limit: 2)
        #expect(Set(summaries.map(\.storyID)).count == 1)
        await test.end()
    }

    @Test("a page that an entry links to is fetched and scored; one that does not answer costs nothing but its text")
    func pages() async throws {
        let text = String(repeating: "Briskwater Foods recalls jars because of glass. ", count: 8)
        let page = "<html><head><title>Jars</title></head><body><article><p>\(text)</p></article></body></html>"
        let isOpen = Mutex(false)
        let peer = try LocalHTTPPeer { request in
            switch request.path {
            case "/good":
                return .response(status: 200, headers: [("Content-Type", "text/html")], body: Array(page.utf8))
            case "/bad": return .response(status: 500, headers: [], body: [])
            default:
                let base = "http://" + (request.header("Host") ?? "")
                let start = (title: "Sunny", link: "http://n.invalid/0", date: String?.none)
                return rss(
                    isOpen.withLock { $0 }
                        ? [
                            (title: "Jars come back", link: base + "/good", date: nil),
                            (title: "Quillon Foundry sued", link: base + "/bad", date: nil), start,
                        ] : [start])
            }
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire", fetchesPages: true)])
        _ = try await poll(test)
        isOpen.withLock { $0 = true }
        let summary = try await poll(test)
        #expect(summary.articles == 2 && summary.alerts == 2)
        await test.end()
    }

    @Test("what was decided before a restart is delivered after it, under the same id")
    func restart() async throws {
        let peer = try peer([rss([Self.lawsuit]), rss([Self.recall, Self.lawsuit])])
        defer { peer.stop() }
        let feeds = [Feed(url: peer.url + "/rss", source: "Wire")]
        let first = try await TestMonitor(feeds: feeds)
        _ = try await poll(first)
        #expect(try await poll(first).alerts == 1)
        await first.monitor.close()
        let second = try await TestMonitor(feeds: feeds, folder: first.folder, clock: first.clock)
        let sent = try await second.monitor.deliverOnce(seconds: 5)
        #expect(sent.delivered == 1 && sent.failed == 0)
        #expect(second.alertLines.count == 1)
        #expect(try await second.monitor.deliverOnce(seconds: 5).delivered == 0)
        await second.end()
    }
}
