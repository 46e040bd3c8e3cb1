import Foundation
import Logging
import NewsModel
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("The polling loop", .timeLimit(.minutes(1)))
struct PollerTests {
    @Test("a feed that hangs delays no other")
    func hangingFeed() async throws {
        let (requests, arrived) = AsyncStream.makeStream(of: Void.self)
        let peer = try LocalHTTPPeer { request in
            guard request.path == "/healthy" else { return .rawThenHang([]) }
            arrived.yield()
            return rss([(title: "Calm", link: "http://n.invalid/1", date: nil)])
        }
        defer { peer.stop() }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        var settings = try TestMonitor.settings(in: folder)
        settings.fetching.timeoutSeconds = 50
        settings.feeds = ["/hanging", "/healthy"].map { Feed(url: peer.url + $0, source: $0, intervalSeconds: 1) }
        let clock: @Sendable () -> Timestamp = {
            Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let monitor = try await Monitor.open(settings, now: clock, logger: logger)
        let group = ServiceGroup(configuration: .init(services: monitor.services, logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var count = 0
            for await _ in requests {
                count += 1
                if count == 3 { break }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(peer.requests.contains { $0.path == "/hanging" })
        await monitor.close()
    }
}
