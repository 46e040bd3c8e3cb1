import NewsModel

/// Writes down what came of tries. Receivers whose answers come while a transaction is under way share the next one: each
/// waits for the disk, and a hundred of them wait for it once.
actor OutcomeJournal {
    private let write: @Sendable ([DeliveryOutcome]) async throws -> Void
    private let gate = SerialGate()
    private var waiting: [(number: Int, outcomes: [DeliveryOutcome])] = []
    private var results: [Int: Result<Void, any Error>] = [:]
    private var lastNumber = 0
    /// True while a transaction is under way.
    private(set) var isWriting = false

    /// Callers whose outcomes are for the next transaction.
    var waitingCount: Int { waiting.count }

    /// - Parameter write: ONE transaction; returns when it has reached the disk.
    init(write: @escaping @Sendable ([DeliveryOutcome]) async throws -> Void) {
        self.write = write
    }

    /// Returns when the outcomes are on the disk; throws where they are not.
    func record(_ outcomes: [DeliveryOutcome]) async throws {
        lastNumber += 1
        let number = lastNumber
        waiting.append((number, outcomes))
        await gate.pass { await self.writeWaiting() }
        // Whoever passed the gate first has written all that was waiting.
        guard let result = results.removeValue(forKey: number) else { throw CancellationError() }
        try result.get()
    }

    private func writeWaiting() async {
        let batch = waiting
        waiting = []
        guard !batch.isEmpty else { return }
        isWriting = true
        defer { isWriting = false }
        let together = await attempt(batch.flatMap(\.outcomes))
        for item in batch {
            // What the store refuses of one receiver must not cost the others their notes.
            if case .failure = together, batch.count > 1 {
                results[item.number] = await attempt(item.outcomes)
            } else {
                results[item.number] = together
            }
        }
    }

    private func attempt(_ outcomes: [DeliveryOutcome]) async -> Result<Void, any Error> {
        do {
            return .success(try await write(outcomes))
        } catch {
            return .failure(error)
        }
    }
}
