import NewsModel
import Storage
import TestSupport
import Testing

@testable import Pipeline

@Suite("A host that asked to be left alone", .timeLimit(.minutes(1)))
struct HostPauseTests {
    @Test("is left alone by the next process too, until the pause is over; a good answer ends it for good")
    func restart() async throws {
        let peer = try LocalHTTPPeer { request in
            request.path == "/a"
                ? .response(status: 429, headers: [("Retry-After", "3600")], body: [])
                : rss([(title: "Sunny", link: "http://n.invalid/1", date: nil)])
        }
        defer { peer.stop() }
        func asked(_ path: String) -> Int { peer.requests.count { $0.path == path } }
        let folder = try TemporaryFolder()
        let clock = ManualClock(TestMonitor.start)
        func monitor(_ path: String) async throws -> TestMonitor {
            try await TestMonitor(feeds: [Feed(url: peer.url + path, source: "Wire")], folder: folder, clock: clock)
        }

        let first = try await monitor("/a")
        _ = try await first.monitor.pollOnce(all: true)
        #expect(asked("/a") == 1)
        let pauses = try await first.monitor.store.hostPauses()
        #expect(pauses.map(\.host) == ["127.0.0.1"] && pauses.first?.until == clock.now().adding(seconds: 3600))
        await first.monitor.close()

        // Another feed of that host, which was never asked.
        let second = try await monitor("/b")
        _ = try await second.monitor.pollOnce(all: true)
        #expect(asked("/b") == 0)
        await second.monitor.close()

        clock.advance(seconds: 3600)
        let third = try await monitor("/b")
        _ = try await third.monitor.pollOnce(all: true)
        #expect(asked("/b") == 1)
        #expect(try await third.monitor.store.hostPauses().isEmpty)
        await third.end()
    }
}
