import Foundation
import Logging
import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("A receiver that is down for three days", .timeLimit(.minutes(2)))
struct LongOutageTests {
    @Test("gets everything when it is back, under the same ids; the others never wait for it")
    func threeDays() async throws {
        let isUp = Mutex(false)
        let bodies = Mutex<[String: Set<[UInt8]>]>([:])
        let hook = try LocalHTTPPeer { request in
            bodies.withLock { _ = $0[request.header("webhook-id") ?? "", default: []].insert(request.body) }
            return .response(status: isUp.withLock { $0 } ? 204 : 503, headers: [], body: [])
        }
        defer { hook.stop() }
        let count = Mutex(1)
        let feed = try LocalHTTPPeer { _ in
            rss((0..<count.withLock { $0 }).map { Self.entry($0) })
        }
        defer { feed.stop() }
        let folder = try TemporaryFolder()
        let settings = try TestMonitor.settings(in: folder)
        try Self.write(hook: hook.url, in: folder)
        let clock = ManualClock(TestMonitor.start)
        var all = settings
        all.feeds = [Feed(url: feed.url + "/rss.xml", source: "Wire")]
        let monitor = try await Monitor.open(
            all, now: clock.now, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let test = (0..<12)

        _ = try await monitor.pollOnce(all: true)
        for number in test {
            count.withLock { $0 = number + 2 }
            _ = try await monitor.pollOnce(all: true)
            _ = try await monitor.deliverOnce(seconds: 60)
            #expect(Self.lines(in: folder) == number + 1, "the file waits for the dead receiver")
            clock.advance(seconds: 6 * 3600)
        }
        #expect(try #require(await monitor.numbers()).dead == 0)
        isUp.withLock { $0 = true }
        for _ in 0..<60 {
            _ = try await monitor.deliverOnce(seconds: 60)
            clock.advance(seconds: 3600)
        }
        let numbers = try #require(await monitor.numbers())
        #expect(numbers.alerts == 12)
        #expect(numbers.delivered == 24 && numbers.waiting == 0 && numbers.dead == 0)
        #expect(bodies.withLock { $0.count } == 12)
        #expect(bodies.withLock { $0.values.allSatisfy { $0.count == 1 } }, "every try has the same bytes")
        await monitor.close()
        folder.remove()
    }

    /// Stories of the two companies in turn, a quarter of a day apart, each of another kind of thing.
    private static func entry(_ number: Int) -> (title: String, link: String, date: String?) {
        ("Company\(number) recalls part \(number * 7919)", "http://news.invalid/\(number)", nil)
    }

    private static func lines(in folder: TemporaryFolder) -> Int {
        let data = FileManager.default.contents(atPath: folder.path + "/data/alerts.jsonl") ?? Data()
        return data.split(separator: UInt8(ascii: "\n")).count
    }

    private static func write(hook: String, in folder: TemporaryFolder) throws {
        let files = [
            "lexicons/companies/us.txt": (0..<20).map { "XNAS:C\($0) | Company\($0)\n" }.joined(),
            "alerts/routes.yaml":
                "route:\n  receivers: [lines, hook]\n  group_by: [alert]\n  group_wait: 0s\n  group_interval: 0s\n",
            "alerts/receivers.yaml": """
            receivers:
              - name: lines
                type: file
                path: alerts.jsonl
                fsync: false
              - name: hook
                type: webhook
                url: "\(hook)/hook"

            """,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name)) }
    }
}
