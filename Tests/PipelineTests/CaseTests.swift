import NewsModel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("Cases through the pipeline", .timeLimit(.minutes(1)))
struct CaseTests {
    private static let events = """
        [legal.lawsuit] score=-0.6 severity=55 role=defendant
        sue/v | phase=charged
        drop/v lawsuit | phase=closed | score=+0.4 | severity=15

        """
    private static let routes = """
        route:
          receivers: [lines]
          group_by: [alert]
          group_wait: 0s
          group_interval: 0s
          send_resolved: %

        """

    /// A monitor that reads one title after the other, each a new page.
    private func run(
        _ titles: [String], sendsResolved: Bool, hoursBetween: Int64 = 24 * 30, mutedFirst: Bool = false
    ) async throws -> (test: TestMonitor, alerts: [Int]) {
        let shown = Mutex(["Sunny"])
        let peer = try LocalHTTPPeer { _ in
            rss(
                shown.withLock { $0 }.enumerated().reversed().map {
                    (title: $1, link: "http://n.invalid/\($0)", date: nil)
                })
        }
        defer { peer.stop() }
        let test = try await TestMonitor(
            feeds: [Feed(url: peer.url + "/rss", source: "Wire")],
            files: [
                "lexicons/en/events.txt": Self.events,
                "alerts/routes.yaml": Self.routes.replacing("%", with: "\(sendsResolved)"),
            ])
        _ = try await test.monitor.pollOnce(all: true)
        if mutedFirst {
            _ = try await test.monitor.addSilence(
                matchers: ["severity >= 1"], until: test.clock.now().adding(seconds: 3600), why: nil)
        }
        var alerts: [Int] = []
        for title in titles {
            shown.withLock { $0.append(title) }
            alerts.append(try await test.monitor.pollOnce(all: true).alerts)
            _ = try await test.monitor.deliverOnce(seconds: 5)
            test.clock.advance(seconds: hoursBetween * 3600)
        }
        return (test, alerts)
    }

    private static let filed = "Quillon Foundry sued over patents"
    private static let dropped = "Rival to drop lawsuit against Quillon Foundry"

    @Test("a withdrawal months later closes the case and tells those who heard of it, once")
    func resolved() async throws {
        let (test, alerts) = try await run([Self.filed, Self.dropped, Self.dropped + " at last"], sendsResolved: true)
        #expect(alerts.prefix(2) == [1, 1])
        let lines = test.alertLines
        #expect(lines.count == 2, "\(lines)")
        #expect(lines.first?.contains("\"resolved\":false") == true)
        #expect(lines.last?.contains("\"resolved\":true") == true)
        #expect(lines.last?.contains("case closed by legal.lawsuit, open since ") == true, "\(lines.last ?? "")")
        #expect(try await test.monitor.store.openCases(of: ["XNAS:QLN"]).isEmpty)
        await test.end()
    }

    @Test("a route that does not ask for it is told nothing of the end")
    func notAsked() async throws {
        let (test, _) = try await run([Self.filed, Self.dropped], sendsResolved: false)
        #expect(test.alertLines.count == 1)
        #expect(try await test.monitor.store.openCases(of: ["XNAS:QLN"]).isEmpty)
        await test.end()
    }

    @Test("who never heard of the case hears nothing of its end")
    func muted() async throws {
        let (test, _) = try await run([Self.filed, Self.dropped], sendsResolved: true, mutedFirst: true)
        #expect(test.alertLines.isEmpty)
        #expect(try await test.monitor.store.totals().accounts.isBalanced)
        await test.end()
    }

    @Test("an open case stays open while other companies' cases are closed")
    func others() async throws {
        let (test, _) = try await run(
            [Self.filed, "Briskwater Foods sued over jars", "Rival to drop lawsuit against Briskwater Foods"],
            sendsResolved: true)
        let open = try await test.monitor.store.openCases(of: ["XNAS:QLN", "XNAS:BRW"])
        #expect(open.map(\.companyID) == ["XNAS:QLN"])
        #expect(open.first?.phase == .charged)
        await test.end()
    }
}
