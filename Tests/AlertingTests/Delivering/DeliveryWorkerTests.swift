import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import Alerting

private func worker(
    _ receiver: any Receiver, _ outbox: MemoryOutbox, _ clock: ManualClock, jitter: Double = 0.5
) -> DeliveryWorker {
    DeliveryWorker(receiver: receiver, outbox: outbox, schedule: RetrySchedule(jitter: { jitter }), now: clock.now)
}

struct DeliveryWorkerTests {
    private let outbox = MemoryOutbox()
    private let clock = ManualClock(noon)

    @Test func whatIsDueIsDeliveredOnceOldestFirst() async throws {
        for name in ["msg_1", "msg_2", "msg_3"] { outbox.add(delivery(name)) }
        outbox.add(delivery("msg_x", to: "other"))
        let receiver = ScriptedReceiver()
        let report = try await worker(receiver, outbox, clock).deliverDue()
        #expect(report.delivered == 3)
        #expect(report.nextDueAt == nil)
        #expect(receiver.received.map(\.id) == ["msg_1", "msg_2", "msg_3"])
        #expect(outbox.deliveries.map(\.state) == [.delivered, .delivered, .delivered, .due])
        #expect(outbox.attempts.map(\.number) == [1, 1, 1])
        #expect(outbox.attempts.allSatisfy { $0.succeeded && $0.status == 200 && $0.detail == "ok" })
    }

    @Test func theScheduleOfTenTriesIsKept() async throws {
        outbox.add(delivery())
        let receiver = ScriptedReceiver(answer: { _, _ in refused })
        let worker = worker(receiver, outbox, clock)
        var waits: [Int64] = []
        while let next = outbox.deliveries.first, next.state == .due, waits.count < 20 {
            waits.append(next.nextAttemptAt.seconds(since: clock.now()))
            clock.set(next.nextAttemptAt)
            _ = try await worker.deliverDue()
        }
        #expect(waits == [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
        #expect(receiver.received.count == 10)
        #expect(Set(receiver.received.map(\.id)) == ["msg_1"])
        #expect(Set(receiver.received.map(\.body)).count == 1)
        #expect(outbox.deliveries.first?.state == .dead)
        #expect(outbox.deliveries.first?.lastError == "given up after 10 tries: status 500: no")
        #expect(outbox.attempts.map(\.number) == Array(1...10))
    }

    @Test(arguments: [(0.0, 4_500), (0.5, 5_000), (0.999, 5_499)])
    func jitterSpreadsTheTries(jitter: Double, milliseconds: Int64) async throws {
        outbox.add(delivery())
        _ = try await worker(ScriptedReceiver(answer: { _, _ in refused }), outbox, clock, jitter: jitter).deliverDue()
        #expect(outbox.deliveries.first?.nextAttemptAt.milliseconds == noon.milliseconds + milliseconds)
        #expect(outbox.deliveries.first?.lastError == "status 500: no")
        #expect(outbox.deliveries.first?.attemptCount == 1)
    }

    @Test func theReceiversWishIsHonouredButNeverShortensTheSchedule() async throws {
        outbox.add(delivery())
        let clock = clock
        let receiver = ScriptedReceiver(answer: { _, now in
            .retry(after: now.adding(seconds: 3600), throttled: true, status: 429, detail: "")
        })
        let worker = worker(receiver, outbox, clock)
        let report = try await worker.deliverDue()
        #expect(report.nextDueAt == noon.adding(seconds: 3600))
        #expect(outbox.deliveries.first?.nextAttemptAt == noon.adding(seconds: 3600))
        outbox.add(delivery("msg_2"))
        clock.advance(seconds: 3599)
        let paused = try await worker.deliverDue()
        #expect(receiver.received.count == 1)
        #expect(paused.nextDueAt == noon.adding(seconds: 3600))
        let soon = RetrySchedule(jitter: { 0.5 }).next(afterTries: 2, at: noon, wish: noon.adding(seconds: 1))
        #expect(soon == noon.adding(seconds: 300))
    }

    @Test func aReceiverThatIsGoneIsLeftAlone() async throws {
        outbox.add(delivery("msg_1"))
        outbox.add(delivery("msg_2"))
        let receiver = ScriptedReceiver(answer: { _, _ in .failed(disables: true, status: 410, detail: "gone") })
        let worker = worker(receiver, outbox, clock)
        let report = try await worker.deliverDue()
        #expect(report.dead == 1)
        #expect(report.nextDueAt == nil)
        #expect(report.disabledReason == "receiver hook answered 410: it wants no more")
        #expect(outbox.deliveries.map(\.state) == [.dead, .due])
        #expect(outbox.deliveries.first?.lastError == "refused for good: status 410: gone")
        #expect(try await worker.deliverDue().disabledReason == report.disabledReason)
        #expect(receiver.received.count == 1)
    }

    @Test func aReceiverThatIsGoneStaysSoOverARestart() async throws {
        outbox.add(delivery("msg_1"))
        outbox.add(delivery("msg_2"))
        let receiver = ScriptedReceiver(answer: { _, _ in .failed(disables: true, status: 410, detail: "gone") })
        _ = try await worker(receiver, outbox, clock).deliverDue()
        let restarted = worker(receiver, outbox, clock)
        let report = try await restarted.deliverDue()
        #expect(receiver.received.count == 1)
        #expect(report.disabledReason == "receiver hook answered 410: it wants no more")
        // Another address or another key makes it another receiver.
        let moved = ScriptedReceiver(identity: "elsewhere")
        #expect(try await worker(moved, outbox, clock).deliverDue().delivered == 1)
        outbox.add(delivery("msg_3"))
        outbox.enable("hook")
        _ = try await restarted.deliverDue()
        #expect(receiver.received.map(\.id) == ["msg_1", "msg_3"], "enabled while it runs")
        #expect(try await outbox.receiverStops().count == 1)
    }

    @Test func anOutageCostsTheWaitingDeliveriesNoTries() async throws {
        for number in 0..<100 { outbox.add(delivery("msg_\(number)")) }
        let isUp = Mutex(false)
        let receiver = ScriptedReceiver(answer: { _, _ in
            isUp.withLock { $0 } ? .delivered(status: 200, detail: "") : refused
        })
        let worker = worker(receiver, outbox, clock)
        // Three days of passes, each when the worker asks for it.
        let end = noon.adding(seconds: 3 * 86_400)
        while clock.now() < end {
            let report = try await worker.deliverDue()
            clock.set(max(report.nextDueAt ?? end, clock.now().adding(seconds: 1)))
        }
        #expect(outbox.deliveries.allSatisfy { $0.state == .due })
        isUp.withLock { $0 = true }
        for _ in 0..<200 {
            _ = try await worker.deliverDue()
            clock.advance(seconds: 3600)
        }
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
    }

    @Test func receiversThatWantTimeBetweenMessagesGetIt() async throws {
        for number in 0..<3 { outbox.add(delivery("msg_\(number)")) }
        let receiver = ScriptedReceiver(spacing: 1)
        let worker = worker(receiver, outbox, clock)
        for sent in 1...3 {
            let report = try await worker.deliverDue()
            #expect(receiver.received.count == sent)
            #expect(report.nextDueAt == clock.now().adding(seconds: 1))
            clock.advance(seconds: 1)
        }
        #expect(try await worker.deliverDue().nextDueAt == nil)
    }

    @Test func aPauseThatASuccessAsksForIsKeptAndIsNoFailure() async throws {
        for number in 0..<2 { outbox.add(delivery("msg_\(number)")) }
        let receiver = ScriptedReceiver(answer: { _, now in
            .delivered(status: 204, detail: "", pause: now.adding(seconds: 9))
        })
        let worker = worker(receiver, outbox, clock)
        let first = try await worker.deliverDue()
        #expect(first.delivered == 1 && first.failed == 0)
        #expect(first.nextDueAt == noon.adding(seconds: 9))
        clock.advance(seconds: 8)
        #expect(try await worker.deliverDue().delivered == 0)
        clock.advance(seconds: 1)
        #expect(try await worker.deliverDue().delivered == 1)
    }

    @Test func oneLaneWritesEachAnswerDownBeforeTheNextTry() async throws {
        for number in 0..<5 { outbox.add(delivery("msg_\(number)")) }
        let outbox = outbox
        let open = Mutex<[Int]>([])
        let receiver = ScriptedReceiver(answer: { _, _ in
            open.withLock { $0.append(outbox.attempts.count) }
            return .delivered(status: 200, detail: "")
        })
        _ = try await worker(receiver, outbox, clock).deliverDue()
        #expect(open.withLock { $0 } == [0, 1, 2, 3, 4])
        #expect(outbox.commits == [1, 1, 1, 1, 1])
    }

    @Test func lanesShareTransactionsAndNeverExceedTheirNumber() async throws {
        for number in 0..<300 { outbox.add(delivery("msg_\(number)")) }
        let busy = Mutex((now: 0, most: 0))
        let receiver = ScriptedReceiver(
            parallel: 8,
            answer: { _, _ in
                busy.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                for _ in 0..<5 { await Task.yield() }
                busy.withLock { $0.now -= 1 }
                return .delivered(status: 200, detail: "")
            })
        let report = try await worker(receiver, outbox, clock).deliverDue()
        #expect(report.delivered == 300)
        #expect(Set(receiver.received.map(\.id)).count == 300 && receiver.received.count == 300)
        #expect(busy.withLock { $0.most } <= 8)
        #expect(outbox.attempts.count == 300)
        #expect(outbox.commits.reduce(0, +) == 300)
    }

    /// What was answered and not written down is sent again, with its id and its bytes.
    @Test(arguments: [1, 8])
    func aCrashBetweenAnswerAndNoteRepeatsUnderTheSameID(parallel: Int) async throws {
        for number in 0..<40 { outbox.add(delivery("msg_\(number)", body: Array("body \(number)".utf8))) }
        let receiver = ScriptedReceiver(parallel: parallel)
        outbox.loseNotes(true)
        await #expect(throws: MemoryOutbox.Crash.self) { try await worker(receiver, outbox, clock).deliverDue() }
        let before = receiver.received
        #expect(!before.isEmpty && (parallel > 1 || before.count == 1), "one at a time: at most one is repeated")
        #expect(outbox.deliveries.allSatisfy { $0.state == .due && $0.attemptCount == 0 })
        outbox.loseNotes(false)
        #expect(try await worker(receiver, outbox, clock).deliverDue().delivered == 40)
        let sent = Dictionary(grouping: receiver.received, by: \.id)
        #expect(sent.count == 40 && receiver.received.count == 40 + before.count)
        for copies in sent.values { #expect(Set(copies.map(\.body)).count == 1) }
    }

    @Test func aDeadlineEndsThePass() async throws {
        for number in 0..<5 { outbox.add(delivery("msg_\(number)")) }
        let clock = clock
        let receiver = ScriptedReceiver(answer: { _, _ in
            clock.advance(seconds: 20)
            return .delivered(status: 200, detail: "")
        })
        let report = try await worker(receiver, outbox, clock).deliverDue(until: noon.adding(seconds: 60))
        #expect(report.delivered == 3)
        #expect(outbox.attempts.map(\.latencyMilliseconds) == [20_000, 20_000, 20_000])
    }

    @Test func theLogKeepsOneCleanLineOf256Bytes() async throws {
        outbox.add(delivery())
        let answer = "line\n\u{1B}[31m" + String(repeating: "가", count: 500)
        let receiver = ScriptedReceiver(answer: { _, _ in .delivered(status: 200, detail: answer) })
        _ = try await worker(receiver, outbox, clock).deliverDue()
        let detail = try #require(outbox.attempts.first?.detail)
        #expect(detail.hasPrefix("line [31m가"))
        #expect(detail.hasSuffix("…"))
        #expect(detail.utf8.count <= 256)
        #expect(detail.utf8.count > 250)
    }

    @Test func manyDeliveriesGoSideBySide() async throws {
        for number in 0..<200 { outbox.add(delivery("msg_\(number)")) }
        let receiver = ScriptedReceiver(parallel: 16)
        #expect(try await worker(receiver, outbox, clock).deliverDue().delivered == 200)
        #expect(Set(receiver.received.map(\.id)).count == 200)
        #expect(receiver.received.count == 200)
    }
}

struct DeliveryWorkersTests {
    @Test func oneThatHangsDelaysNoOther() async throws {
        let outbox = MemoryOutbox()
        let clock = ManualClock(noon)
        outbox.add(delivery("msg_1", to: "slow"))
        outbox.add(delivery("msg_2", to: "good"))
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let slow = ScriptedReceiver(
            "slow",
            answer: { _, _ in
                for await _ in gate { break }
                return refused
            })
        // The slow one answers only once the good one is done: a worker that waited for it would never end.
        let good = ScriptedReceiver(
            "good",
            answer: { _, _ in
                open.yield()
                return .delivered(status: 200, detail: "")
            })
        let workers = DeliveryWorkers(
            receivers: [slow, good], outbox: outbox, schedule: RetrySchedule(jitter: { 0.5 }), now: clock.now)
        let report = try await workers.deliverDue()
        #expect(report.delivered == 1)
        #expect(report.failed == 1)
        #expect(report.nextDueAt == noon.adding(seconds: 5))
        #expect(workers.all.map(\.receiver.name) == ["slow", "good"])
    }
}
