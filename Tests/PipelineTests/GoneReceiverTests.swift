import NewsModel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("A receiver that answered 410", .timeLimit(.minutes(1)))
struct GoneReceiverTests {
    private func monitor(
        _ peer: LocalHTTPPeer, path: String, folder: TemporaryFolder, clock: ManualClock
    ) async throws -> TestMonitor {
        try await TestMonitor(
            feeds: [Feed(url: peer.url + "/rss", source: "Wire")], folder: folder, clock: clock,
            files: [
                "alerts/receivers.yaml": "receivers:\n  - {name: hook, type: webhook, url: \"\(peer.url)\(path)\"}\n",
                "alerts/routes.yaml": "route: {receivers: [hook], group_by: [alert], group_wait: 0s}\n",
            ])
    }

    @Test("is left alone by the next process too, until it is sent something again or has another address")
    func restart() async throws {
        let titles = Mutex(["Sunny"])
        let peer = try LocalHTTPPeer { request in
            request.path == "/rss"
                ? rss(titles.withLock { $0 }.map { (title: $0, link: "http://n.invalid/\($0.utf8.count)", date: nil) })
                : .response(status: request.path == "/gone" ? 410 : 204, headers: [], body: [])
        }
        defer { peer.stop() }
        func sent(_ path: String) -> Int { peer.requests.count { $0.path == path } }
        let folder = try TemporaryFolder()
        let clock = ManualClock(TestMonitor.start)
        let first = try await monitor(peer, path: "/gone", folder: folder, clock: clock)
        _ = try await first.monitor.pollOnce(all: true)
        titles.withLock { $0.insert("Quillon Foundry sued over patents", at: 0) }
        _ = try await first.monitor.pollOnce(all: true)
        _ = try await first.monitor.deliverOnce(seconds: 5)
        #expect(sent("/gone") == 1)
        await first.monitor.close()

        titles.withLock { $0.insert("Briskwater Foods recalls jars", at: 0) }
        let second = try await monitor(peer, path: "/gone", folder: folder, clock: clock)
        _ = try await second.monitor.pollOnce(all: true)
        _ = try await second.monitor.deliverOnce(seconds: 5)
        #expect(sent("/gone") == 1)
        let stop = try #require(try await second.monitor.receivers().first?.stop)
        #expect(stop.reason == "receiver hook answered 410: it wants no more" && stop.at == TestMonitor.start)
        await second.monitor.close()
        let settings = MonitorSettings(
            dataFolder: folder.path + "/data", lexiconsFolder: folder.path + "/lexicons",
            alertsFolder: folder.path + "/alerts")
        let bad = await Doctor(settings, now: clock.now()).checks().filter { !$0.isGood && $0.name == "receivers" }
        #expect(
            bad.map(\.text) == [
                "\(stop.reason) (2026-11-25T00:00:00Z); change its address, or newsward alerts retry --receiver hook"
            ])

        let third = try await monitor(peer, path: "/new", folder: folder, clock: clock)
        #expect(try await third.monitor.receivers().first?.stop == nil)
        _ = try await third.monitor.deliverOnce(seconds: 5)
        #expect(sent("/new") == 1, "what waited goes to the new address")
        await third.monitor.close()

        let last = try await monitor(peer, path: "/gone", folder: folder, clock: clock)
        #expect(try await last.monitor.receivers().first?.stop == stop)
        #expect(try await last.monitor.retryDead(DeliveryRange(receiver: "hook")) == 1)
        #expect(try await last.monitor.receivers().first?.stop == nil)
        _ = try await last.monitor.deliverOnce(seconds: 5)
        #expect(sent("/gone") == 2)
        await last.end()
    }
}
