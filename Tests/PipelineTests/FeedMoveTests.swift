import Fetching
import NewsModel
import TestSupport
import Testing

@testable import Pipeline

@Suite("Feeds that move", .timeLimit(.minutes(1)))
struct FeedMoveTests {
    private func redirect(_ status: Int, _ to: String) -> FetchedDocument.Redirect {
        .init(from: "https://old.example/rss", status: status, to: to)
    }

    private let feed = Feed(url: "https://old.example/rss", source: "Old")

    @Test("three sightings in a row of one target are needed; 301 then 302 stores the 301 part, 302 then 301 nothing")
    func sightings() {
        let there = [redirect(301, "https://new.example/rss"), redirect(302, "https://cdn.example/rss")]
        var move = FeedMove()
        #expect(move.note(there, of: feed) == nil)
        #expect(move.note(there, of: feed) == nil)
        #expect(move.note([], of: feed) == nil, "an answer without the redirect starts the count again")
        #expect(move.note(there, of: feed) == nil)
        #expect(move.note([redirect(308, "https://other.example/rss")], of: feed) == nil)
        #expect(move.note(there, of: feed) == nil)
        #expect(move.note(there, of: feed) == nil)
        #expect(move.note(there, of: feed) == "https://new.example/rss")
        #expect(move.target == "https://new.example/rss" && move.candidate == nil)

        move = FeedMove()
        let late = [redirect(302, "https://cdn.example/rss"), redirect(301, "https://new.example/rss")]
        for _ in 0..<5 { #expect(move.note(late, of: feed) == nil) }
        #expect(move == FeedMove())
    }

    @Test("a feed with secrets never moves by itself, and https is not given up")
    func refused() {
        var move = FeedMove()
        let secrets = [
            Feed(url: feed.url, source: "S", access: FeedAccess(user: "u", password: "p")),
            Feed(url: feed.url, source: "S", access: FeedAccess(headers: [.init(name: "X-Key", value: "k")])),
            Feed(url: "https://u:p@old.example/rss", source: "S"),
        ]
        for feed in secrets {
            for _ in 0..<4 { #expect(move.note([redirect(301, "https://new.example/rss")], of: feed) == nil) }
        }
        for _ in 0..<4 { #expect(move.note([redirect(301, "http://old.example/rss")], of: feed) == nil) }
        #expect(move == FeedMove())
    }

    @Test(
        "the new address is asked alone after three polls, with its own validators; when it breaks, the old one is back"
    )
    func movesAndComesBack() async throws {
        let peer = try LocalHTTPPeer { request in
            switch request.path {
            case "/old": return .response(status: 301, headers: [("Location", "/new")], body: [])
            case "/new" where request.header("If-None-Match") == "\"n\"":
                return .response(status: 304, headers: [], body: [])
            default: return rss([FeedPollTests.lawsuit], etag: "\"n\"")
            }
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/old", source: "Wire")])
        for _ in 0..<4 { _ = try await test.monitor.pollOnce(all: true) }
        #expect(peer.requests.map(\.path) == ["/old", "/new", "/old", "/new", "/old", "/new", "/new"])
        #expect(
            peer.requests.map { $0.header("If-None-Match") } == [nil, nil, nil, "\"n\"", nil, "\"n\"", "\"n\""],
            "the validators of the new address are not sent to the old one")
        let moved = try #require(try await test.monitor.feeds().first).state
        #expect(moved.move.target == peer.url + "/new")

        // After a restart too; then nobody is there any more.
        peer.stop()
        await test.monitor.close()
        let again = try await TestMonitor(feeds: [Feed(url: peer.url + "/old", source: "Wire")], folder: test.folder)
        for _ in 0..<2 { _ = try await again.monitor.pollOnce(all: true) }
        #expect(try await again.monitor.feeds().first?.state.move.target == peer.url + "/new")
        _ = try await again.monitor.pollOnce(all: true)
        #expect(try await again.monitor.feeds().first?.state.move == FeedMove())
        await again.end()
    }

    @Test("410 at the new address undoes the move and stops nothing")
    func goneAtTheNewAddress() async throws {
        let isGone = Toggle()
        let peer = try LocalHTTPPeer { request in
            if request.path == "/new", isGone.isOn { return .response(status: 410, headers: [], body: []) }
            if request.path == "/old", !isGone.isOn {
                return .response(status: 308, headers: [("Location", "/new")], body: [])
            }
            return rss([FeedPollTests.lawsuit])
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/old", source: "Wire")])
        for _ in 0..<3 { _ = try await test.monitor.pollOnce(all: true) }
        isGone.isOn = true
        #expect(try await test.monitor.pollOnce(all: true).failed == 1)
        #expect(try await test.monitor.pollOnce(all: true).failed == 0)
        #expect(peer.requests.last?.path == "/old")
        await test.end()
    }
}
