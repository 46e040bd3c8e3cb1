import Logging
import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("Finding feeds", .timeLimit(.minutes(1)))
struct FeedFinderTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private var settings: FetchingSettings {
        var settings = FetchingSettings()
        settings.allowedNetworks = ["127.0.0.0/8"]
        settings.defaultHost.spacingSeconds = 0
        return settings
    }

    /// A site of pages; everything else is 404.
    private func site(_ pages: [String: String]) throws -> LocalHTTPPeer {
        try LocalHTTPPeer { request in
            guard let text = pages[request.path] else { return .response(status: 404, headers: [], body: []) }
            return .response(status: 200, headers: [("Content-Type", "text/html")], body: Array(text.utf8))
        }
    }

    private static let rss =
        "<rss version=\"2.0\"><channel><title>Own title</title><item><title>A</title></item></channel></rss>"
    private static let json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"\",\"items\":[]}"

    @Test("the feeds that a page names, each proven; what the page names wrongly is left out")
    func named() async throws {
        let peer = try site([
            "/news": """
            <html><link rel=alternate type=application/rss+xml href=/gone.xml title=Gone>
            <link rel=alternate type=application/feed+json href=/f.json title="By the page"><a href=/all/rss>All</a></html>
            """, "/f.json": Self.json, "/all/rss": Self.rss,
        ])
        defer { peer.stop() }
        let finds = try await FeedFinder(settings: settings, logger: logger).find(peer.url + "/news")
        #expect(
            finds == [
                .init(
                    url: peer.url + "/f.json", format: "json", title: "By the page", entryCount: 0,
                    origin: "link rel=alternate"),
                .init(
                    url: peer.url + "/all/rss", format: "rss2", title: "Own title", entryCount: 1,
                    origin: "a link on the page"),
            ])
        #expect(peer.requests.map(\.path) == ["/news", "/gone.xml", "/f.json", "/all/rss"], "no usual path was tried")
    }

    @Test("where a page names none, the usual paths are tried; an address that is a feed is its own find")
    func usual() async throws {
        let peer = try site(["/": "<html><body>Welcome</body></html>", "/rss.xml": Self.rss])
        defer { peer.stop() }
        let finds = try await FeedFinder(settings: settings, logger: logger).find(peer.url + "/")
        #expect(finds.map(\.url) == [peer.url + "/rss.xml"] && finds.map(\.origin) == ["a usual path"])
        let own = try await FeedFinder(settings: settings, logger: logger).find(peer.url + "/rss.xml")
        #expect(own.map(\.origin) == ["the address itself"])
        await #expect(throws: InputFailure.self) {
            try await FeedFinder(settings: settings, logger: logger).find(peer.url + "/none")
        }
    }

    @Test("a page in place of a feed: feeds check finds the real one and says so, and so does the poll")
    func inPlaceOfAFeed() async throws {
        let peer = try site([
            "/feed": "<html><head><link rel=alternate type=application/rss+xml href=/rss.xml></head></html>",
            "/rss.xml": Self.rss,
        ])
        defer { peer.stop() }
        let feed = Feed(url: peer.url + "/feed", source: "Wire")
        let test = try await TestMonitor(feeds: [feed])
        var all = try TestMonitor.settings(in: test.folder)
        all.fetching = settings
        let check = try await FeedCheck(settings: all, now: test.clock.now, logger: logger).check([feed])
        #expect(check.map(\.isGood) == [false])
        #expect(
            check[0].text
                == "a web page came in place of a feed; it names \(peer.url)/rss.xml; the real feed is \(peer.url)/rss.xml "
                + "(rss2, 1 entries)")
        let poll = try await test.monitor.pollOnce(all: true)
        #expect(poll.failures == ["Wire: a web page came in place of a feed; it names \(peer.url)/rss.xml"])
        await test.end()
    }
}
