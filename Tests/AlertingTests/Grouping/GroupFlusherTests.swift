import NewsModel
import TestSupport
import Testing

@testable import Alerting

struct GroupFlusherTests {
    private let outbox = MemoryOutbox()
    private let receiver = ScriptedReceiver(alerts: 3)

    private func flusher(_ interval: String = "0s", silences: Silences = .none) throws -> GroupFlusher {
        let routes = try routes("route: {receivers: [a], group_interval: \(interval)}")
        return GroupFlusher(outbox: outbox, receivers: [receiver], routes: routes, silences: silences)
    }

    @Test func aDueGroupBecomesOneDelivery() async throws {
        outbox.add(alert(id: "alert_1"))
        outbox.add(alert(id: "alert_2"))
        outbox.add(alert(id: "alert_3"), group: "other", due: noon.adding(seconds: 30))
        let report = try await flusher().flushDueGroups(now: noon)
        #expect(report.deliveries == 1)
        #expect(report.sentNotices == 2)
        #expect(report.nextDueAt == noon.adding(seconds: 1))
        let delivery = try #require(outbox.deliveries.first)
        #expect(delivery.notices == ["alert_1@1", "alert_2@1"])
        #expect(delivery.id == DeliveryID.of(receiver: "hook", notices: ["alert_2@1", "alert_1@1"]))
        #expect(delivery.text == "alert_1@1 alert_2@1 in \(delivery.id)")
        #expect(!delivery.id.contains("."))
        #expect(delivery.state == .due)
        #expect(delivery.nextAttemptAt == noon)
        #expect(outbox.pendingCount == 1)
    }

    @Test func theIdDependsOnReceiverAndRevisions() {
        let id = DeliveryID.of(receiver: "hook", notices: ["alert_1@1"])
        #expect(id == DeliveryID.of(receiver: "hook", notices: ["alert_1@1"]))
        #expect(id != DeliveryID.of(receiver: "other", notices: ["alert_1@1"]))
        #expect(id != DeliveryID.of(receiver: "hook", notices: ["alert_1@2"]))
        #expect(id != DeliveryID.of(receiver: "hook", notices: ["alert_1@1", "alert_2@1"]))
        // The same for ever: a changed id would make the other side take a repeat for news.
        #expect(id == "msg_9fead59e4a9d5742547a064c")
        #expect(ContentHash.hex(["ab", "c"], bytes: 8) != ContentHash.hex(["a", "bc"], bytes: 8))
    }

    @Test func laterRevisionsTakeThePlaceOfEarlierOnes() async throws {
        outbox.add(alert(id: "alert_1", revision: 1))
        outbox.add(alert(id: "alert_2", revision: 1))
        outbox.add(alert(id: "alert_1", revision: 2))
        _ = try await flusher().flushDueGroups(now: noon)
        let delivery = try #require(outbox.deliveries.first)
        #expect(delivery.text.hasPrefix("alert_1@2 alert_2@1 in"))
        #expect(Set(delivery.notices) == ["alert_1@1", "alert_1@2", "alert_2@1"])
        #expect(outbox.pendingCount == 0)
    }

    @Test func largeGroupsGoOutInSeveralMessages() async throws {
        for number in 0..<8 { outbox.add(alert(id: "alert_\(number)")) }
        let report = try await flusher().flushDueGroups(now: noon)
        #expect(report.deliveries == 3)
        #expect(outbox.deliveries.flatMap(\.notices) == (0..<8).map { "alert_\($0)@1" })
        #expect(outbox.pendingCount == 0)
    }

    @Test func messagesThatAreTooLongAreHalved() async throws {
        let small = ScriptedReceiver(alerts: 20, bytes: 60)
        for number in 0..<4 { outbox.add(alert(id: "alert_\(number)")) }
        let routes = try routes("route: {receivers: [a]}")
        let flusher = GroupFlusher(outbox: outbox, receivers: [small], routes: routes, silences: .none)
        _ = try await flusher.flushDueGroups(now: noon)
        #expect(outbox.deliveries.map(\.notices.count) == [2, 2])
    }

    @Test func groupsKeepTheirInterval() async throws {
        let flusher = try flusher("5m")
        outbox.add(alert(id: "alert_1"))
        _ = try await flusher.flushDueGroups(now: noon)
        outbox.add(alert(id: "alert_2"), due: noon.adding(seconds: 10))
        let held = try await flusher.flushDueGroups(now: noon.adding(seconds: 299))
        #expect(held.heldGroups == 1)
        #expect(held.deliveries == 0)
        #expect(held.nextDueAt == noon.adding(seconds: 300))
        let released = try await flusher.flushDueGroups(now: noon.adding(seconds: 300))
        #expect(released.deliveries == 1)
    }

    @Test func aSinglePassWaitsForNothing() async throws {
        let flusher = try flusher("5m")
        outbox.add(alert(id: "alert_1"))
        _ = try await flusher.flushDueGroups(now: noon)
        outbox.add(alert(id: "alert_2"), due: noon.adding(seconds: 40))
        let report = try await flusher.flushDueGroups(now: noon.adding(seconds: 1), ignoringIntervals: true)
        #expect(report.deliveries == 1)
        #expect(outbox.pendingCount == 0)
    }

    @Test func mutedNoticesAreKeptWithTheirReason() async throws {
        let silences = try silences(
            "silences: [{name: quiet, matchers: [severity < 50], until: 2026-12-01T00:00:00Z}]")
        outbox.add(alert(id: "alert_1", severity: 40))
        outbox.add(alert(id: "alert_2", severity: 80))
        let report = try await flusher(silences: silences).flushDueGroups(now: noon)
        #expect(report.mutedNotices == 1)
        #expect(report.sentNotices == 1)
        #expect(outbox.muted == ["alert_1@1": "silence \"quiet\" until 2026-12-01T00:00:00Z"])
        #expect(outbox.deliveries.map(\.notices) == [["alert_2@1"]])
    }

    @Test func noticesToAReceiverThatIsGoneAreCounted() async throws {
        outbox.add(alert(), to: "old")
        let report = try await flusher().flushDueGroups(now: noon)
        #expect(report.mutedNotices == 1)
        #expect(report.nextDueAt == nil)
        #expect(outbox.muted == ["alert_1@1": "receiver \"old\" is no longer configured"])
    }
}
