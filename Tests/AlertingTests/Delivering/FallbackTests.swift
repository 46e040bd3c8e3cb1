import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import Alerting

@Suite(.timeLimit(.minutes(1)))
struct FallbackTests {
    private let outbox = MemoryOutbox()
    private let clock = ManualClock(noon)

    private func worker(_ receiver: any Receiver, after failures: Int) -> DeliveryWorker {
        DeliveryWorker(
            receiver: receiver, outbox: outbox, schedule: RetrySchedule(jitter: { 0.5 }),
            fallback: FallbackReceiver(name: "mail", afterFailures: failures), now: clock.now)
    }

    @Test func afterSoManyFailuresTheOtherReceiverHearsOnce() async throws {
        outbox.add(delivery())
        let worker = worker(ScriptedReceiver(answer: { _, _ in refused }), after: 3)
        var heardAfter: Int?
        for round in 1...10 {
            clock.set(try #require(outbox.deliveries.first).nextAttemptAt)
            _ = try await worker.deliverDue()
            if heardAfter == nil, !outbox.fallbacks.isEmpty { heardAfter = round }
        }
        #expect(heardAfter == 3)
        #expect(outbox.fallbacks == ["msg_1 to mail"])
        #expect(outbox.deliveries.first?.attemptCount == 10, "the first receiver is tried on")
    }

    @Test func aRefusalForGoodGoesOverAtOnce() async throws {
        outbox.add(delivery())
        let receiver = ScriptedReceiver(answer: { _, _ in .failed(disables: false, status: 400, detail: "no") })
        _ = try await worker(receiver, after: 3).deliverDue()
        #expect(outbox.fallbacks == ["msg_1 to mail"])
        #expect(outbox.deliveries.first?.state == .dead)
    }

    @Test func whatWaitsForAReceiverThatIsGoneGoesOver() async throws {
        for name in ["msg_1", "msg_2", "msg_3"] { outbox.add(delivery(name)) }
        let receiver = ScriptedReceiver(answer: { _, _ in .failed(disables: true, status: 410, detail: "gone") })
        let worker = worker(receiver, after: 3)
        _ = try await worker.deliverDue()
        #expect(receiver.received.count == 1)
        let report = try await worker.deliverDue()
        #expect(receiver.received.count == 1)
        #expect(report.dead == 2)
        #expect(outbox.fallbacks == ["msg_1 to mail", "msg_2 to mail", "msg_3 to mail"])
        #expect(outbox.deliveries.last?.lastError == "not tried: receiver hook answered 410: it wants no more")
    }

    @Test func aReceiverThatHangsDelaysNoOther() async throws {
        let gate = AsyncStream.makeStream(of: Void.self)
        let hanging = ScriptedReceiver(
            "hanging",
            answer: { _, _ in
                for await _ in gate.stream {}
                return refused
            })
        let done = AsyncStream.makeStream(of: Void.self)
        let healthy = ScriptedReceiver(
            "healthy",
            answer: { _, _ in
                done.continuation.yield()
                return .delivered(status: 200, detail: "ok")
            })
        for number in 0..<3 {
            outbox.add(delivery("msg_h\(number)", to: "hanging"))
            outbox.add(delivery("msg_g\(number)", to: "healthy"))
        }
        let workers = DeliveryWorkers(receivers: [hanging, healthy], outbox: outbox, now: clock.now)
        async let pass = workers.deliverDue()
        var delivered = 0
        for await _ in done.stream {
            delivered += 1
            if delivered == 3 { break }
        }
        // All three are through while the first receiver still holds its first message.
        #expect(hanging.received.count == 1)
        #expect(healthy.received.count == 3)
        gate.continuation.finish()
        let report = try await pass
        #expect(report.delivered == 3)
    }
}
