import NewsModel
import Synchronization
import Testing

@testable import Pipeline

@Suite("Outcomes of several receivers share a transaction", .timeLimit(.minutes(1)))
struct OutcomeJournalTests {
    private struct Refused: Error {}

    private func outcome(_ id: String) -> DeliveryOutcome {
        let moment = Timestamp(seconds: 0)
        let delivery = Delivery(
            id: id, receiver: id, body: [], contentType: "text/plain", notices: [], state: .delivered, attemptCount: 1,
            nextAttemptAt: moment, createdAt: moment)
        let attempt = DeliveryAttempt(
            deliveryID: id, number: 1, at: moment, latencyMilliseconds: 0, status: 200, detail: "", succeeded: true)
        return DeliveryOutcome(attempt: attempt, delivery: delivery)
    }

    /// Writes down what is written, and lets the first transaction end only when three more wait for the next.
    private func journal(
        refusing bad: String? = nil, _ log: Log, _ opened: AsyncStream<Void>
    ) -> OutcomeJournal {
        OutcomeJournal { outcomes in
            let ids = outcomes.map(\.delivery.id)
            if ids == ["first"] { for await _ in opened { break } }
            if let bad, ids.contains(bad) { throw Refused() }
            log.add(ids)
        }
    }

    private final class Log: Sendable {
        private let written = Mutex<[[String]]>([])
        var all: [[String]] { written.withLock { $0 } }
        func add(_ ids: [String]) { written.withLock { $0.append(ids.sorted()) } }
    }

    /// Records the first, and while it is under way the others; returns the ids that were refused.
    private func run(_ journal: OutcomeJournal, _ open: AsyncStream<Void>.Continuation) async -> Set<String> {
        await withTaskGroup(of: String?.self) { group in
            func record(_ id: String) {
                group.addTask {
                    do {
                        try await journal.record([outcome(id)])
                        return nil
                    } catch {
                        return id
                    }
                }
            }
            record("first")
            while await !journal.isWriting { await Task.yield() }
            for id in ["a", "b", "c"] { record(id) }
            while await journal.waitingCount < 3 { await Task.yield() }
            open.yield()
            var refused: Set<String> = []
            for await id in group { if let id { refused.insert(id) } }
            return refused
        }
    }

    @Test("what comes while one is under way is written together")
    func together() async {
        let (opened, open) = AsyncStream.makeStream(of: Void.self)
        let log = Log()
        #expect(await run(journal(log, opened), open).isEmpty)
        #expect(log.all == [["first"], ["a", "b", "c"]])
    }

    @Test("where a shared one fails each is tried alone, and only who is refused hears of it")
    func alone() async {
        let (opened, open) = AsyncStream.makeStream(of: Void.self)
        let log = Log()
        #expect(await run(journal(refusing: "b", log, opened), open) == ["b"])
        #expect(Set(log.all) == [["first"], ["a"], ["c"]])
    }
}
