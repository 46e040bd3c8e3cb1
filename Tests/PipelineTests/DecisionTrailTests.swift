import NewsModel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("What is stored with a decision", .timeLimit(.minutes(1)))
struct DecisionTrailTests {
    private func settled(
        _ titles: [String], files: [String: String] = [:]
    ) async throws -> TestMonitor {
        let rest = Mutex([["Sunny"], titles + ["Sunny"]])
        let peer = try LocalHTTPPeer { _ in
            let shown = rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
            return rss(shown.map { (title: $0, link: "http://n.invalid/\($0.utf8.count)", date: nil) })
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")], files: files)
        _ = try await test.monitor.pollOnce(all: true)
        _ = try await test.monitor.pollOnce(all: true)
        return test
    }

    private func trail(_ test: TestMonitor, title: String) async throws -> DecisionTrail {
        let article = try #require(
            try await test.monitor.store.latestArticles(limit: 10).first { $0.title == title })
        return try #require(try await test.monitor.store.decision(onArticle: article.id))
    }

    @Test("which rule failed at which matcher, and what was found instead")
    func rules() async throws {
        let rules = """
            rules:
              - {name: grave, matchers: ["company_role = subject", "severity >= 90"]}
              - {name: legal, matchers: ["type = legal.*"]}

            """
        let test = try await settled(
            ["Briskwater Foods recalls jars", "Quillon Foundry sued over patents"],
            files: ["alerts/rules.yaml": rules])
        let none = try #require(try await trail(test, title: "Briskwater Foods recalls jars").companies.first)
        #expect(none.outcome == .none && none.companyID == "XNAS:BRW")
        #expect(
            none.rules == [
                RuleCheck(
                    rule: "grave", met: false, passed: 1, failed: "severity >= 90", found: "60",
                    events: ["ops.product_safety"]),
                RuleCheck(
                    rule: "legal", met: false, passed: 0, failed: "type = legal.*", found: "ops.product_safety",
                    events: ["ops.product_safety"]),
            ])
        let raised = try #require(try await trail(test, title: "Quillon Foundry sued over patents").companies.first)
        #expect(raised.outcome == .raised && raised.rule == "legal" && raised.revision == 1)
        #expect(raised.rules.map(\.met) == [false, true])
        #expect(
            raised.routes == [
                RouteCheck(route: "root", matched: true, receivers: ["lines"], explanation: "sends to lines")
            ])
        #expect(raised.caseNote == "case legal.lawsuit opened, charged")
        #expect(try await trail(test, title: "Sunny").refusal == "baseline: first sight of the feed")
        await test.end()
    }

    @Test("novelty and volume counts and risk stand on every stored record")
    func coverage() async throws {
        let test = try await settled(["Quillon Foundry sued over patents"])
        let article = try #require(try await test.monitor.store.latestArticles(limit: 1).first)
        let json = try #require(try await test.monitor.store.article(id: article.id)).recordJSON
        #expect(json.contains("\"novelty\":100"), "\(json)")
        #expect(json.contains("\"novelty_counts\":{\"12h\":0,\"24h\":0,\"3d\":0,\"5d\":0,\"7d\":0}"), "\(json)")
        #expect(json.contains("\"volume_counts\":{\"12h\":0"), "\(json)")
        #expect(json.contains("\"risk\":"), "\(json)")
        #expect(try await test.monitor.store.latestAlerts(limit: 1).first?.risk ?? 0 > 20)
        await test.end()
    }

    @Test("a silence that is added while the monitor runs mutes, is counted, and can be ended")
    func silences() async throws {
        let test = try await settled(["Quillon Foundry sued over patents"])
        let silence = try await test.monitor.addSilence(
            matchers: ["type = legal.*"], until: test.clock.now().adding(seconds: 60), why: "known")
        _ = try await test.monitor.deliverOnce(seconds: 5)
        #expect(test.alertLines.isEmpty)
        let accounts = try await test.monitor.store.totals().accounts
        #expect(accounts.muted == 1 && accounts.waiting == 0 && accounts.isBalanced)
        let alert = try #require(try await test.monitor.store.latestAlerts(limit: 1).first)
        let verdict = try #require(try await test.monitor.store.notices(ofAlert: alert.id).first?.verdicts.first)
        #expect(verdict.cause == .silence && verdict.name == silence.id && verdict.note == "known")
        #expect(try await test.monitor.expireSilence(id: silence.id))
        let failure = await #expect(throws: MonitorFailure.self) {
            _ = try await test.monitor.addSilence(
                matchers: ["severty < 3"], until: test.clock.now().adding(seconds: 60), why: nil)
        }
        #expect(failure?.description.hasPrefix("unknown name \"severty\" (did you mean \"severity\"?)") == true)
        await test.end()
    }
}
