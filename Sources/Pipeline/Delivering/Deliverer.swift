import Alerting
import Logging
import NewsModel
import ServiceLifecycle

/// Flushes groups and hands deliveries over until shutdown: one loop for the groups, one for each receiver, so that a bad
/// receiver never delays another. At shutdown the tries under way end first; what is left stays in the outbox.
struct Deliverer: Service {
    let board: DeliveryBoard
    let now: @Sendable () -> Timestamp
    let logger: Logger

    /// The longest nap: new notices are seen at the latest after it.
    private static let longestNap: Int64 = 400
    /// A pass ends after so long, so that a shutdown does not wait for a long queue.
    private static let passSeconds: Int64 = 5

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let generation = await board.current
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await flushLoop(generation) }
                for worker in generation.workers.all {
                    group.addTask { await deliverLoop(worker, generation) }
                }
            }
        }
    }

    private func flushLoop(_ generation: DeliveryBoard.Generation) async {
        while await goesOn(generation) {
            do {
                let report = try await generation.flusher.flushDueGroups(now: now())
                if report.deliveries > 0 || report.mutedNotices > 0 {
                    logger.info(
                        "groups flushed",
                        metadata: ["deliveries": "\(report.deliveries)", "muted": "\(report.mutedNotices)"])
                }
            } catch {
                logger.error("groups not flushed; tried again", metadata: ["reason": "\(error)"])
            }
            await nap()
        }
    }

    private func deliverLoop(_ worker: DeliveryWorker, _ generation: DeliveryBoard.Generation) async {
        while await goesOn(generation) {
            do {
                let report = try await worker.deliverDue(until: now().adding(seconds: Self.passSeconds))
                if report.failed > 0 || report.dead > 0 {
                    logger.warning(
                        "deliveries failed",
                        metadata: [
                            "receiver": "\(worker.receiver.name)", "again": "\(report.failed)",
                            "given_up": "\(report.dead)",
                        ])
                }
            } catch {
                logger.error("deliveries not made; tried again", metadata: ["reason": "\(error)"])
            }
            await nap()
        }
    }

    private func goesOn(_ generation: DeliveryBoard.Generation) async -> Bool {
        guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return false }
        return await board.current.number == generation.number
    }

    private func nap() async {
        try? await cancelWhenGracefulShutdown {
            try await Task.sleep(for: .milliseconds(Self.longestNap))
        }
    }
}
