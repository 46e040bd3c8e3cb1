import NewsModel
import Testing

@testable import Alerting

/// What mutes a notice, and what makes it wait: decided when its group is due.
struct NoticeGateTests {
    private let outbox = MemoryOutbox()
    private let receiver = ScriptedReceiver(alerts: 3)
    private static let times = """
        intervals:
          - {name: nights, timezone: Asia/Seoul, times: ["22:00-07:00"]}
          - {name: office, timezone: Asia/Seoul, times: ["09:00-18:00"], weekdays: [mon-fri]}
        digests:
          - {name: evening, timezone: Asia/Seoul, at: ["18:00"]}
        calendars:
          - {name: krx, file: calendars/krx.yaml}
        """

    private func flusher(_ routes: String, silences: Silences = .none) throws -> GroupFlusher {
        GroupFlusher(
            outbox: outbox, receivers: [receiver],
            routes: try tree(routes), silences: silences)
    }

    private func tree(_ text: String) throws -> RouteTree {
        try routes(text, times: Self.times)
    }

    private func root(_ more: String) -> String { "route: {receivers: [a], group_interval: 0s, \(more)}" }

    @Test func aMuteIntervalMutesForGood() async throws {
        let flusher = try flusher(root("mute_time_intervals: [nights]"))
        outbox.add(alert())
        _ = try await flusher.flushDueGroups(now: try at("2026-11-25T23:00:00+09:00"))
        #expect(outbox.muted == ["alert_1@1": "time interval \"nights\" until 2026-11-25T22:00:00Z"])
        outbox.add(alert(id: "alert_2"))
        _ = try await flusher.flushDueGroups(now: try at("2026-11-26T07:00:00+09:00"))
        #expect(outbox.deliveries.map(\.notices) == [["alert_2@1"]])
    }

    @Test func outsideOfAnActiveIntervalNothingIsSent() async throws {
        let flusher = try flusher(root("active_time_intervals: [office]"))
        outbox.add(alert())
        _ = try await flusher.flushDueGroups(now: try at("2026-11-28T10:00:00+09:00"))
        #expect(outbox.muted == ["alert_1@1": "time interval \"outside office\""])
    }

    @Test func outsideTheSessionAlertsWaitForTheDigestBeforeTheOpening() async throws {
        let flusher = try flusher(root("hold_outside: krx, page_above: 80"))
        let evening = try at("2026-11-27T20:00:00+09:00")
        outbox.add(alert(id: "alert_1", severity: 60), group: "g1")
        outbox.add(alert(id: "alert_2", severity: 50), group: "g2")
        outbox.add(alert(id: "alert_3", severity: 80), group: "g3")
        let report = try await flusher.flushDueGroups(now: evening)
        #expect(report.heldNotices == 2)
        #expect(outbox.deliveries.map(\.notices) == [["alert_3@1"]], "what is grave goes out at once")
        let opening = try at("2026-11-30T08:30:00+09:00")
        #expect(Set(outbox.pending.map(\.groupKey)) == ["digest{session=krx}"])
        #expect(outbox.pending.map(\.dueAt) == [opening, opening])
        #expect(
            outbox.verdicts["alert_1@1"] == [
                NoticeVerdict(.held, at: evening, cause: .session, name: "krx", until: opening)
            ])
        // A single pass must not send a digest before its time.
        _ = try await flusher.flushDueGroups(now: opening.adding(seconds: -60), ignoringIntervals: true)
        #expect(outbox.deliveries.count == 1)
        _ = try await flusher.flushDueGroups(now: opening)
        #expect(outbox.deliveries.last?.text.hasPrefix("digest: alert_1@1 alert_2@1 in ") == true)
        #expect(outbox.digested == ["alert_1@1", "alert_2@1"])
        #expect(outbox.pendingCount == 0)
    }

    @Test func withinTheSessionAlertsGoOutAtOnce() async throws {
        let flusher = try flusher(root("hold_outside: krx"))
        outbox.add(alert(severity: 10))
        _ = try await flusher.flushDueGroups(now: try at("2026-11-27T10:00:00+09:00"))
        #expect(outbox.deliveries.count == 1)
        #expect(outbox.digested.isEmpty)
    }

    @Test func aScheduledDigestCollectsOverRoutesAndGroups() async throws {
        let flusher = try flusher(root("digest: evening"))
        for number in 0..<5 { outbox.add(alert(id: "alert_\(number)"), group: "g\(number)") }
        _ = try await flusher.flushDueGroups(now: try at("2026-11-25T12:00:00+09:00"))
        #expect(outbox.deliveries.isEmpty)
        _ = try await flusher.flushDueGroups(now: try at("2026-11-25T18:00:00+09:00"))
        #expect(outbox.deliveries.count == 1, "a digest holds more alerts than a message")
        #expect(outbox.digested.count == 5)
    }

    @Test func aHeldIntervalEndsWithItsDigest() async throws {
        let flusher = try flusher(root("hold_time_intervals: [nights]"))
        outbox.add(alert())
        _ = try await flusher.flushDueGroups(now: try at("2026-11-25T23:00:00+09:00"))
        #expect(outbox.pending.map(\.dueAt) == [try at("2026-11-26T07:00:00+09:00")])
        _ = try await flusher.flushDueGroups(now: try at("2026-11-26T07:00:00+09:00"))
        #expect(outbox.digested == ["alert_1@1"])
    }

    @Test func aSilenceThatCameWhileAnAlertWasHeldMutesItInTheDigest() async throws {
        let flusher = try flusher(root("digest: evening"))
        outbox.add(alert(id: "alert_1", severity: 40))
        outbox.add(alert(id: "alert_2", severity: 90))
        let midday = try at("2026-11-25T12:00:00+09:00")
        _ = try await flusher.flushDueGroups(now: midday)
        outbox.add(
            silence: StoredSilence(
                id: "s1", matchers: ["severity < 50"], startsAt: midday, endsAt: midday.adding(seconds: 86_400),
                why: "enough", createdAt: midday))
        _ = try await flusher.flushDueGroups(now: try at("2026-11-25T18:00:00+09:00"))
        #expect(outbox.muted == ["alert_1@1": "silence \"s1\" until 2026-11-26T03:00:00Z: enough"])
        #expect(outbox.digested == ["alert_2@1"])
    }

    @Test func overflowOfABudgetBecomesOneDigest() async throws {
        let flusher = try flusher(
            """
            route: {receivers: [hook], group_interval: 0s}
            budgets:
              - {receiver: hook, messages: 3, per: 1h, page_above: 90}
            """)
        for number in 0..<10 {
            outbox.add(
                alert(id: "alert_\(number)"), group: "g\(number)", due: noon.adding(seconds: Int64(number)))
        }
        for number in 0..<10 { _ = try await flusher.flushDueGroups(now: noon.adding(seconds: Int64(number))) }
        #expect(outbox.deliveries.count == 3)
        outbox.add(alert(id: "alert_grave", severity: 95), group: "grave")
        _ = try await flusher.flushDueGroups(now: noon.adding(seconds: 20))
        #expect(outbox.deliveries.last?.notices == ["alert_grave@1"], "what is grave is over no budget")
        #expect(outbox.verdicts["alert_3@1"]?.first?.cause == .budget)
        #expect(
            outbox.verdicts["alert_3@1"]?.first?.reason
                == "rate budget of receiver \"hook\" until 2026-11-25T04:00:00Z")
        _ = try await flusher.flushDueGroups(now: noon.adding(seconds: 3600 + 60))
        #expect(outbox.deliveries.count == 5)
        #expect(outbox.digested.count == 7)
        #expect(outbox.pendingCount == 0)
    }

    @Test func aGraveAlertInhibitsTheSmallOnesOfItsCompany() async throws {
        let flusher = try flusher(
            """
            route: {receivers: [a], group_interval: 0s}
            inhibit:
              - {name: cover, sources: [severity >= 70], targets: [severity < 40], equal: [company], for: 2h}
            """)
        let other = Company(id: "XKRX:000660", kind: .listed, name: "SK하이닉스")
        outbox.add(openAlert: alert(id: "alert_grave", severity: 80))
        let small = event("analyst.report", severity: 30)
        outbox.add(alert(id: "alert_1", events: [small], severity: 30), group: "g1")
        outbox.add(alert(id: "alert_2", company: other, events: [small], severity: 30), group: "g2")
        outbox.add(alert(id: "alert_3", severity: 50), group: "g3")
        _ = try await flusher.flushDueGroups(now: noon.adding(seconds: 7199))
        #expect(outbox.muted == ["alert_1@1": "inhibited \"cover\" by alert alert_grave"])
        #expect(outbox.verdicts["alert_1@1"]?.first?.alertID == "alert_grave")
        #expect(outbox.deliveries.flatMap(\.notices) == ["alert_2@1", "alert_3@1"])
        outbox.add(alert(id: "alert_4", events: [small], severity: 30), group: "g4")
        _ = try await flusher.flushDueGroups(now: noon.adding(seconds: 7200))
        #expect(outbox.deliveries.last?.notices == ["alert_4@1"], "the inhibition has ended")
    }

    @Test func anAlertNeverInhibitsItselfNorASource() throws {
        let inhibition = Inhibition(
            name: "x", sources: [try MatcherParser(place: .alert, eventTypes: []).parse("severity >= 30")],
            targets: [try MatcherParser(place: .alert, eventTypes: []).parse("severity < 90")], equal: [.company],
            seconds: 3600)
        #expect(!inhibition.concerns(alert(severity: 50)), "it is a source itself: two would mute each other")
        #expect(inhibition.concerns(alert(severity: 20)))
        #expect(!inhibition.mutes(alert(severity: 20), by: alert(severity: 80), at: noon), "the same alert")
        #expect(inhibition.mutes(alert(severity: 20), by: alert(id: "alert_2", severity: 80), at: noon))
    }

    @Test func anUnacknowledgedAlertIsSentAgain() async throws {
        let flusher = try flusher(root("repeat_interval: 1h"))
        outbox.add(alert())
        _ = try await flusher.flushDueGroups(now: noon)
        #expect(outbox.pending.map(\.name) == ["alert_1@1#1"])
        #expect(outbox.pending.map(\.dueAt) == [noon.adding(seconds: 3600)])
        _ = try await flusher.flushDueGroups(now: noon.adding(seconds: 3599), ignoringIntervals: true)
        #expect(outbox.deliveries.count == 1)
        _ = try await flusher.flushDueGroups(now: noon.adding(seconds: 3600))
        #expect(outbox.deliveries.map(\.notices) == [["alert_1@1"], ["alert_1@1#1"]])
        #expect(Set(outbox.deliveries.map(\.id)).count == 2, "a reminder is no repeat of the message before")
        #expect(outbox.pending.map(\.name) == ["alert_1@1#2"])
    }

    @Test func aReminderEndsWithItsReason() throws {
        let gate = NoticeGate(routes: try routes("route: {receivers: [a]}"), silences: .none, inhibitors: [])
        let reminder = PendingNotice(
            alertID: "alert_1", revision: 1, receiver: "a", route: "root", groupKey: "g", dueAt: noon, kind: .reminder,
            round: 1)
        func decision(
            newest: Int = 1, acknowledged: Bool = false, closed: Bool = false, later: Int64 = 60
        ) -> GateDecision {
            gate.decide(
                PendingAlert(
                    notice: reminder, alert: alert(), newestRevision: newest, isAcknowledged: acknowledged,
                    isClosed: closed), at: noon.adding(seconds: later))
        }
        #expect(decision() == .send)
        for outdated in [
            decision(newest: 2), decision(acknowledged: true), decision(closed: true), decision(later: 7 * 86_400),
        ] {
            guard case .mute(let verdict) = outdated else {
                Issue.record("\(outdated)")
                continue
            }
            #expect(verdict.cause == .outdated)
        }
    }

    @Test func resolvedIsToldOnlyToThoseWhoHeard() async throws {
        let flusher = try flusher(root("send_resolved: true"))
        var resolved = alert(id: "alert_1", revision: 2)
        resolved.isResolved = true
        outbox.add(resolved, kind: .resolved, wasTold: true)
        var unheard = alert(id: "alert_2", revision: 2)
        unheard.isResolved = true
        outbox.add(unheard, group: "g2", kind: .resolved, wasTold: false)
        _ = try await flusher.flushDueGroups(now: noon)
        #expect(outbox.deliveries.map(\.text).first?.hasPrefix("resolved: alert_1@2 in ") == true)
        #expect(outbox.deliveries.count == 1)
        #expect(outbox.muted == ["alert_2@2": "resolved, but receiver \"hook\" never heard of the case"])
    }

    @Test func whoHearsOfTheEndNeedsNotHearOfTheBeginning() async throws {
        let flusher = try flusher(root("send_resolved: true"))
        outbox.add(alert(id: "alert_1", revision: 1))
        var resolved = alert(id: "alert_1", revision: 2)
        resolved.isResolved = true
        outbox.add(resolved, kind: .resolved, wasTold: false)
        _ = try await flusher.flushDueGroups(now: noon)
        #expect(outbox.deliveries.count == 1)
        #expect(outbox.deliveries.first?.text.hasPrefix("resolved: alert_1@2 in ") == true)
        #expect(outbox.deliveries.first?.notices == ["alert_1@1", "alert_1@2"])
    }
}
