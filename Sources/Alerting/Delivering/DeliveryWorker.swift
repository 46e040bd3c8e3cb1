public import NewsModel

/// Hands over the due deliveries of one receiver. Each receiver has its own worker and its own task, so that one that
/// hangs or fails never delays another.
public actor DeliveryWorker {
    public nonisolated let receiver: any Receiver
    private let outbox: any Outbox
    private let schedule: RetrySchedule
    private let fallback: FallbackReceiver?
    private let now: @Sendable () -> Timestamp
    private var pausedUntil: Timestamp?
    private var failuresInARow = 0
    private var disabledReason: String?
    /// Deliveries read at a time.
    private static let batch = 64

    public init(
        receiver: any Receiver, outbox: any Outbox, schedule: RetrySchedule = RetrySchedule(),
        fallback: FallbackReceiver? = nil, now: @escaping @Sendable () -> Timestamp
    ) {
        self.receiver = receiver
        self.outbox = outbox
        self.schedule = schedule
        self.fallback = fallback
        self.now = now
    }

    /// Tries each delivery that is due once, oldest first, until none is left, the receiver asks for a pause, or
    /// `deadline` has passed. Nothing sleeps: the report says when to call again.
    public func deliverDue(until deadline: Timestamp? = nil) async throws -> DeliveryReport {
        var report = DeliveryReport()
        report.disabledReason = disabledReason
        if let disabledReason {
            try await handOver(because: disabledReason, into: &report)
            return report
        }
        var tried: Set<String> = []
        while !Task.isCancelled, !isPaused(deadline) {
            let due = try await outbox.dueDeliveries(to: receiver.name, at: now(), limit: Self.batch)
            let fresh = due.filter { !tried.contains($0.id) }
            guard !fresh.isEmpty else { return report }
            var rest = fresh[...]
            while !rest.isEmpty, !Task.isCancelled, !isPaused(deadline) {
                let turn = rest.prefix(width)
                rest = rest.dropFirst(width)
                for outcome in await attempt(Array(turn)) {
                    tried.insert(outcome.delivery.id)
                    try await outbox.record(
                        outcome.attempt, delivery: outcome.delivery, fallback: fallback(for: outcome))
                    count(outcome, in: &report)
                }
            }
        }
        report.disabledReason = disabledReason
        if disabledReason == nil {
            report.nextDueAt = [report.nextDueAt, pausedUntil ?? now()].compactMap { $0 }.min()
        }
        return report
    }

    /// Who is to hear in this receiver's place after a try: once, when it has failed often enough or is given up.
    private func fallback(for outcome: Outcome) -> String? {
        guard let fallback, !outcome.attempt.succeeded else { return nil }
        let isGivenUpEarly = outcome.delivery.state == .dead && outcome.attempt.number < fallback.afterFailures
        return outcome.attempt.number == fallback.afterFailures || isGivenUpEarly ? fallback.name : nil
    }

    /// What waits for a receiver that wants nothing more goes to its fallback; without one it waits for the user.
    private func handOver(because reason: String, into report: inout DeliveryReport) async throws {
        guard let fallback else { return }
        for var delivery in try await outbox.dueDeliveries(to: receiver.name, at: now(), limit: Self.batch) {
            let detail = AttemptDetail.clean("not tried: \(reason)")
            delivery.attemptCount += 1
            delivery.state = .dead
            delivery.lastError = detail
            let attempt = DeliveryAttempt(
                deliveryID: delivery.id, number: delivery.attemptCount, at: now(), latencyMilliseconds: 0, status: nil,
                detail: detail, succeeded: false)
            try await outbox.record(attempt, delivery: delivery, fallback: fallback.name)
            report.dead += 1
        }
    }

    /// A receiver in trouble gets one try at a time.
    private var width: Int {
        failuresInARow > 0 ? 1 : max(1, receiver.parallelDeliveries)
    }

    private func isPaused(_ deadline: Timestamp?) -> Bool {
        if disabledReason != nil { return true }
        let moment = now()
        if let deadline, moment >= deadline { return true }
        return pausedUntil.map { moment < $0 } ?? false
    }

    private struct Outcome: Sendable {
        let attempt: DeliveryAttempt
        let delivery: Delivery
        let result: DeliveryResult
    }

    private func attempt(_ deliveries: [Delivery]) async -> [Outcome] {
        await withTaskGroup(of: Outcome.self) { group in
            for delivery in deliveries { group.addTask { await self.attempt(delivery) } }
            var outcomes: [Outcome] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
    }

    private nonisolated func attempt(_ delivery: Delivery) async -> Outcome {
        let start = now()
        let result = await receiver.deliver(delivery, now: start)
        let end = now()
        let number = delivery.attemptCount + 1
        let succeeded = if case .delivered = result { true } else { false }
        let attempt = DeliveryAttempt(
            deliveryID: delivery.id, number: number, at: start,
            latencyMilliseconds: Int(max(0, end.milliseconds - start.milliseconds)), status: result.status,
            detail: AttemptDetail.clean(result.detail), succeeded: succeeded)
        return Outcome(
            attempt: attempt, delivery: delivery.after(attempt, result, schedule: schedule, at: end), result: result)
    }

    /// Counts an outcome, and decides whether the receiver is to be left alone for a while.
    private func count(_ outcome: Outcome, in report: inout DeliveryReport) {
        let end = now()
        if receiver.secondsBetweenDeliveries > 0 {
            pause(until: end.adding(seconds: Int64(receiver.secondsBetweenDeliveries)))
        }
        switch outcome.result {
        case .delivered:
            report.delivered += 1
            failuresInARow = 0
            return
        case .failed(let disables, let status, _):
            if disables { disabledReason = "receiver \(receiver.name) answered \(status ?? 0): it wants no more" }
        case .retry(let after, let throttled, _, _):
            if throttled { pause(until: after ?? outcome.delivery.nextAttemptAt) }
        }
        failuresInARow += 1
        if outcome.delivery.state == .dead { report.dead += 1 } else { report.failed += 1 }
        if outcome.delivery.state == .due {
            report.nextDueAt = [report.nextDueAt, outcome.delivery.nextAttemptAt].compactMap { $0 }.min()
        }
        // Three failures in a row are the receiver's, not the message's: the others keep their tries for later.
        if failuresInARow >= 3 {
            pause(until: end.adding(seconds: min(300, 5 << Int64(min(failuresInARow - 3, 6)))))
        }
    }

    private func pause(until moment: Timestamp) {
        pausedUntil = max(pausedUntil ?? moment, moment)
    }
}

extension DeliveryResult {
    var status: Int? {
        switch self {
        case .delivered(let status, _), .retry(_, _, let status, _), .failed(_, let status, _): status
        }
    }

    var detail: String {
        switch self {
        case .delivered(_, let detail), .retry(_, _, _, let detail), .failed(_, _, let detail): detail
        }
    }
}

extension Delivery {
    /// The delivery as it stands after a try.
    func after(
        _ attempt: DeliveryAttempt, _ result: DeliveryResult, schedule: RetrySchedule, at moment: Timestamp
    ) -> Delivery {
        var delivery = self
        delivery.attemptCount = attempt.number
        let problem = [attempt.status.map { "status \($0)" }, attempt.detail].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: ": ")
        switch result {
        case .delivered:
            delivery.state = .delivered
            delivery.lastError = nil
        case .failed:
            delivery.state = .dead
            delivery.lastError = AttemptDetail.clean("refused for good: \(problem)")
        case .retry(let after, _, _, _):
            if let next = schedule.next(afterTries: attempt.number, at: moment, wish: after) {
                delivery.nextAttemptAt = next
                delivery.lastError = AttemptDetail.clean(problem)
            } else {
                delivery.state = .dead
                delivery.lastError = AttemptDetail.clean("given up after \(attempt.number) tries: \(problem)")
            }
        }
        return delivery
    }
}
