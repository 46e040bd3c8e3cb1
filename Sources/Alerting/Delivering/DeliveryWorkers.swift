public import NewsModel

/// One worker for each receiver.
///
/// The daemon runs every worker of `all` in a task of its own; a single pass takes `deliverDue(until:)`.
public struct DeliveryWorkers: Sendable {
    public let all: [DeliveryWorker]

    public init(
        receivers: [any Receiver], outbox: any Outbox, schedule: RetrySchedule = RetrySchedule(),
        fallbacks: [String: FallbackReceiver] = [:], now: @escaping @Sendable () -> Timestamp
    ) {
        all = receivers.map {
            DeliveryWorker(
                receiver: $0, outbox: outbox, schedule: schedule, fallback: fallbacks[$0.name], now: now)
        }
    }

    /// Lets all workers make one pass side by side, and adds up what they did.
    /// - Throws: the first error of the outbox, once every worker has ended.
    public func deliverDue(until deadline: Timestamp? = nil) async throws -> DeliveryReport {
        try await withThrowingTaskGroup(of: DeliveryReport.self) { group in
            for worker in all { group.addTask { try await worker.deliverDue(until: deadline) } }
            var report = DeliveryReport()
            for try await part in group { report.add(part) }
            return report
        }
    }
}
