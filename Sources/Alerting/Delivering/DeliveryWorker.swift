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
    private var stop: ReceiverStop?
    private var hasReadStop = false
    /// Deliveries read at a time, for a receiver that takes one at a time.
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
        try await readStop()
        if let stop {
            report.disabledReason = stop.reason
            try await handOver(because: stop.reason, into: &report)
            return report
        }
        let isDone = try await deliver(until: deadline, into: &report)
        if isDone, stop == nil { return report }
        report.disabledReason = stop?.reason
        if stop == nil {
            report.nextDueAt = [report.nextDueAt, pausedUntil ?? now()].compactMap { $0 }.min()
        }
        return report
    }

    /// Whether the receiver wants nothing more is asked at the first pass, and as long as it is so: the user may have
    /// enabled it.
    private func readStop() async throws {
        guard !hasReadStop || stop != nil else { return }
        stop = receiver.stop(among: try await outbox.receiverStops())
        hasReadStop = true
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
        for var delivery in try await outbox.dueDeliveries(to: receiver.name, at: now(), after: nil, limit: Self.batch)
        {
            let detail = AttemptDetail.clean("not tried: \(reason)")
            delivery.attemptCount += 1
            delivery.state = .dead
            delivery.lastError = detail
            let attempt = DeliveryAttempt(
                deliveryID: delivery.id, number: delivery.attemptCount, at: now(), latencyMilliseconds: 0, status: nil,
                detail: detail, succeeded: false)
            try await outbox.record([DeliveryOutcome(attempt: attempt, delivery: delivery, fallback: fallback.name)])
            report.dead += 1
        }
    }

    /// A receiver in trouble gets one try at a time.
    private var width: Int {
        failuresInARow > 0 ? 1 : max(1, receiver.parallelDeliveries)
    }

    private func isPaused(_ deadline: Timestamp?) -> Bool {
        if stop != nil { return true }
        let moment = now()
        if let deadline, moment >= deadline { return true }
        return pausedUntil.map { moment < $0 } ?? false
    }

    private struct Outcome: Sendable {
        let attempt: DeliveryAttempt
        let delivery: Delivery
        let result: DeliveryResult
    }

    /// What a pass waits for.
    private enum Turn: Sendable {
        case claimed([Delivery])
        case tried(Outcome)
        /// The outcomes that wait for the disk are on it.
        case recorded
    }

    /// Keeps `width` tries under way, claims the next deliveries in time, and writes down what has ended, all of it in one
    /// transaction while others go on. Returns true where nothing is left to try.
    ///
    /// A receiver that takes one delivery at a time gets the next one when the last is on the disk: after a crash at
    /// most one is repeated. One that takes several may have up to a batch of answers that are not yet on the disk.
    private func deliver(until deadline: Timestamp?, into report: inout DeliveryReport) async throws -> Bool {
        var lanes = DeliveryLanes()
        var passed = DeliveryReport()
        try await withThrowingTaskGroup(of: Turn.self) { group in
            repeat {
                if !Task.isCancelled, !isPaused(deadline), let claim = lanes.claim(claimSize) {
                    group.addTask { .claimed(try await self.dueDeliveries(after: claim.after, limit: claim.limit)) }
                }
                while !Task.isCancelled, !isPaused(deadline), let next = lanes.start(width: width) {
                    group.addTask { .tried(await self.attempt(next)) }
                }
                switch try await group.next() {
                case .claimed(let due): lanes.claimed(due)
                case .tried(let outcome):
                    note(outcome)
                    count(outcome, in: &passed)
                    lanes.end(
                        DeliveryOutcome(
                            attempt: outcome.attempt, delivery: outcome.delivery, fallback: fallback(for: outcome),
                            stop: stop))
                case .recorded: lanes.recorded()
                case nil: return
                }
                if let outcomes = lanes.takeOutcomes() {
                    group.addTask {
                        try await self.outbox.record(outcomes)
                        return .recorded
                    }
                }
            } while true
        }
        report.add(passed)
        return lanes.isDone
    }

    private nonisolated func dueDeliveries(after last: Delivery?, limit: Int) async throws -> [Delivery] {
        try await outbox.dueDeliveries(to: receiver.name, at: now(), after: last, limit: limit)
    }

    /// Enough for the lanes while the next claim is read.
    private var claimSize: Int { max(Self.batch, width * Self.batch / 4) }

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

    private func count(_ outcome: Outcome, in report: inout DeliveryReport) {
        switch outcome.delivery.state {
        case .delivered: report.delivered += 1
        case .dead: report.dead += 1
        case .due:
            report.failed += 1
            report.nextDueAt = [report.nextDueAt, outcome.delivery.nextAttemptAt].compactMap { $0 }.min()
        }
    }

    /// Decides after a try whether the receiver is to be left alone for a while.
    private func note(_ outcome: Outcome) {
        let end = now()
        if receiver.secondsBetweenDeliveries > 0 {
            pause(until: end.adding(seconds: Int64(receiver.secondsBetweenDeliveries)))
        }
        switch outcome.result {
        case .delivered(_, _, let pause):
            if let pause { self.pause(until: pause) }
            failuresInARow = 0
            return
        case .failed(let disables, let status, _):
            if disables {
                let reason = "receiver \(receiver.name) answered \(status ?? 0): it wants no more"
                stop = ReceiverStop(receiver: receiver.name, identity: receiver.identity, reason: reason, at: end)
            }
        case .retry(let after, let throttled, _, _):
            if throttled { pause(until: after ?? outcome.delivery.nextAttemptAt) }
        }
        failuresInARow += 1
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
        case .delivered(let status, _, _), .retry(_, _, let status, _), .failed(_, let status, _): status
        }
    }

    var detail: String {
        switch self {
        case .delivered(_, let detail, _), .retry(_, _, _, let detail), .failed(_, _, let detail): detail
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
