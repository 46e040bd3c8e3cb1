import NewsModel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("What an answer means for the feed", .timeLimit(.minutes(1)))
struct FeedAnswerTests {
    private typealias Answer = LocalHTTPPeer.Answer

    private func peer(_ answers: [Answer]) throws -> LocalHTTPPeer {
        let rest = Mutex(answers)
        return try LocalHTTPPeer { _ in rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
    }

    private static func status(_ status: Int, _ headers: [(String, String)] = [], _ body: String = "") -> Answer {
        .response(status: status, headers: headers, body: Array(body.utf8))
    }

    private static let good = rss([FeedPollTests.lawsuit], etag: "\"good\"")

    private func monitor(
        _ peer: LocalHTTPPeer, after first: TestMonitor? = nil, _ change: (inout Feed) -> Void = { _ in }
    ) async throws -> TestMonitor {
        var feed = Feed(url: peer.url + "/rss", source: "Wire")
        change(&feed)
        return try await TestMonitor(feeds: [feed], folder: first?.folder, clock: first?.clock)
    }

    private func state(_ test: TestMonitor) async throws -> FeedState {
        try #require(try await test.monitor.feeds().first).state
    }

    /// The state after one good poll and one with this answer, and the time of the second.
    private func state(after answer: Answer) async throws -> (state: FeedState, now: Timestamp, requests: Int) {
        let peer = try peer([Self.good, answer])
        defer { peer.stop() }
        let test = try await monitor(peer) { $0.maximumBytes = 1000 }
        _ = try await test.monitor.pollOnce(all: true)
        test.clock.advance(seconds: 60)
        _ = try await test.monitor.pollOnce(all: true)
        let state = try await state(test)
        await test.end()
        return (state, test.clock.now(), peer.requests.count)
    }

    private static let broken: [Answer] = [
        .raw(Array("HTTP/1.1 200 OK\r\nETag: \"bad\"\r\nContent-Length: 900\r\n\r\n<rss><channel>".utf8)),
        status(200, [("ETag", "\"bad\"")]),
        status(200, [("ETag", "\"bad\"")], String(repeating: "x", count: 2000)),
        status(200, [("ETag", "\"bad\""), ("Content-Type", "text/html")], "<html><body>maintenance</body></html>"),
        status(200, [("ETag", "\"bad\"")], "hello"),
        status(204, [("ETag", "\"bad\"")]), status(205, [("ETag", "\"bad\"")]),
        status(206, [("ETag", "\"bad\"")], "<rss><channel></channel></rss>"),
        status(300, [("ETag", "\"bad\"")]), status(404, [("ETag", "\"bad\"")]), status(500, [("ETag", "\"bad\"")]),
        status(520, [("ETag", "\"bad\"")]), .close,
    ]

    @Test(
        "what is no feed leaves validators and articles, counts as one failure, and is asked once",
        arguments: broken.indices)
    func brokenAnswers(number: Int) async throws {
        let (state, _, requests) = try await state(after: Self.broken[number])
        #expect(state.etag == "\"good\"" && state.articleCount == 1)
        #expect(state.errorCount == 1 && state.lastError != nil && state.disabledReason == nil)
        // A connection that is closed without a byte is tried again by libcurl, once.
        #expect(requests <= 3)
    }

    @Test("200 without validators: the old ones are dropped, none is made up")
    func dropsValidators() async throws {
        let (state, _, _) = try await state(after: rss([FeedPollTests.recall]))
        #expect(state.etag == nil && state.lastModified == nil && state.errorCount == 0)
    }

    private static let waitCases: [(status: Int, headers: [(String, String)], seconds: Int64)] = [
        (304, [("Cache-Control", "max-age=43200")], 43_200), (429, [("Cache-Control", "max-age=43200")], 43_200),
        (503, [("Retry-After", "7200")], 7200),
        (429, [("Retry-After", "7200"), ("Cache-Control", "max-age=60")], 7200),
        (401, [], 14_400), (403, [], 14_400), (451, [], 14_400), (429, [], 3600),
    ]

    @Test("the server's words lengthen the wait on a 304, a 429 and a 503 alike", arguments: waitCases.indices)
    func waits(number: Int) async throws {
        let (status, headers, seconds) = Self.waitCases[number]
        let (state, now, _) = try await state(after: Self.status(status, headers))
        let wait = try #require(state.nextCheckAt).seconds(since: now)
        #expect(wait >= seconds && wait <= seconds * 11 / 10)
    }

    @Test("bot protection is named as such")
    func challenge() async throws {
        let headers = [("cf-mitigated", "challenge"), ("Content-Type", "text/html; charset=UTF-8")]
        let (state, _, _) = try await state(after: Self.status(403, headers, "<html></html>"))
        #expect(
            state.lastError
                == "the server's bot protection refuses access (403); ask the publisher to let feeds pass")
    }

    @Test(
        "a feed is read whatever its type says",
        arguments: ["text/html", "text/plain", "application/octet-stream", "image/png", nil])
    func contentTypes(type: String?) async throws {
        guard case .response(_, _, let body) = Self.good else { return }
        let peer = try peer([.response(status: 200, headers: type.map { [("Content-Type", $0)] } ?? [], body: body)])
        defer { peer.stop() }
        let test = try await monitor(peer)
        #expect(try await test.monitor.pollOnce(all: true).articles == 1)
        await test.end()
    }

    @Test("a restart polls nothing before its time, failed feeds neither; validators and stops survive it")
    func restart() async throws {
        let peer = try peer([Self.good, Self.status(500), Self.status(304), Self.status(410)])
        defer { peer.stop() }
        var test = try await monitor(peer)
        func restart() async throws {
            await test.monitor.close()
            test = try await monitor(peer, after: test)
        }
        #expect(try await test.monitor.pollOnce(all: false).polled == 1)
        try await restart()
        #expect(try await test.monitor.pollOnce(all: false).polled == 0)
        test.clock.advance(seconds: 3600)
        #expect(try await test.monitor.pollOnce(all: false).failed == 1)
        try await restart()
        #expect(try await test.monitor.pollOnce(all: false).polled == 0)
        #expect(try await test.monitor.pollOnce(all: true).failed == 0)
        #expect(peer.requests.last?.header("If-None-Match") == "\"good\"")
        _ = try await test.monitor.pollOnce(all: true)
        try await restart()
        #expect(try await test.monitor.pollOnce(all: true).polled == 0)
        #expect(peer.requests.allSatisfy { $0.method == "GET" && $0.path == "/rss" } && peer.requests.count == 4)
        await test.end()
    }

    @Test("a server that always says 304 is asked for the whole feed once a day, and so the news is found")
    func stuckValidator() async throws {
        let hasNews = Toggle()
        let peer = try LocalHTTPPeer { request in
            if request.header("If-None-Match") != nil { return Self.status(304) }
            let entries = hasNews.isOn ? [FeedPollTests.recall, FeedPollTests.lawsuit] : [FeedPollTests.lawsuit]
            return rss(entries, etag: "\"for ever\"")
        }
        defer { peer.stop() }
        let test = try await monitor(peer) { $0.intervalSeconds = 900 }
        _ = try await test.monitor.pollOnce(all: false)
        hasNews.isOn = true
        var articles = 0
        for _ in 0..<97 {
            test.clock.advance(seconds: 900)
            articles += try await test.monitor.pollOnce(all: false).articles
        }
        #expect(articles == 1)
        let unconditional = peer.requests.filter { $0.header("If-None-Match") == nil }.count
        #expect(unconditional == 2 && peer.requests.count == 98, "98 in 100 requests stay conditional")
        await test.end()
    }

    @Test("a feed that is asked seldom waits a week for its whole answer")
    func wholeAnswers() {
        let feed = Feed(url: "http://a.invalid/", source: "A")
        let now = TestMonitor.start
        func needs(_ count: Int, days: Int64, _ readAs: String? = FeedAnswer.manner(of: feed)) -> Bool {
            var state = FeedState(url: feed.url)
            state.answer.at = now.adding(seconds: -days * 86_400)
            state.answer.notModifiedCount = count
            state.answer.readAs = readAs
            return state.needsWholeAnswer(feed, at: now)
        }
        #expect(!needs(19, days: 1) && needs(20, days: 1) && !needs(200, days: 0))
        #expect(!needs(6, days: 6) && needs(7, days: 7) && !needs(0, days: 30))
        #expect(needs(0, days: 0, "newsward 0.0.1"), "another version may read more in the same bytes")
    }

    @Test("an unchanged body is not parsed again, but is when it is to be read in another way")
    func readAgain() async throws {
        let peer = try peer([Self.good])
        defer { peer.stop() }
        let first = try await monitor(peer)
        _ = try await first.monitor.pollOnce(all: true)
        #expect(try await first.monitor.pollOnce(all: true).newFeeds == 0)
        await first.monitor.close()
        let second = try await monitor(peer, after: first) { $0.charset = "euc-kr" }
        _ = try await second.monitor.pollOnce(all: true)
        #expect(
            peer.requests.map { $0.header("If-None-Match") } == [nil, "\"good\"", nil],
            "with another character set the whole feed is asked for")
        await second.end()
    }

    @Test("a body's hash tells every change")
    func hash() {
        let body = Array("<rss><channel><title>t</title></channel></rss>".utf8)
        let hash = BodyHash.text(body)
        #expect(BodyHash.text(body) == hash)
        for place in body.indices {
            var other = body
            other[place] ^= 1
            #expect(BodyHash.text(other) != hash)
        }
        #expect(BodyHash.text(body + [0]) != hash && BodyHash.text([]) != BodyHash.text([0]))
    }

    @Test("log-in, headers and user agent of a feed are sent, and shown nowhere")
    func access() async throws {
        let peer = try peer([Self.good])
        defer { peer.stop() }
        let access = FeedAccess(
            user: "reader", password: "s3cret", headers: [.init(name: "X-Api-Key", value: "k3y")],
            userAgent: "Desk/1.0")
        let test = try await monitor(peer) { $0.access = access }
        #expect(try await test.monitor.pollOnce(all: true).articles == 1)
        let request = try #require(peer.requests.first)
        #expect(request.header("Authorization") == "Basic cmVhZGVyOnMzY3JldA==")
        #expect(request.header("X-Api-Key") == "k3y" && request.header("User-Agent") == "Desk/1.0")
        var text = ""
        dump(Feed(url: "u", source: "s", access: access), to: &text)
        text += "\(access) \(String(reflecting: access))"
        #expect(!text.contains("s3cret") && !text.contains("k3y") && !text.contains("reader"))
        await test.end()
    }
}
