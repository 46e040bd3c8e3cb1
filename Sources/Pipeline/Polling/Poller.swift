import Logging
import NewsModel
import ServiceLifecycle
import Storage

/// Decides which feeds are due and polls them, many at once. As a service it goes on until shutdown.
struct Poller: Service {
    /// The way of the news as it is in force now; a reload changes it.
    let poll: @Sendable () -> FeedPoll
    let board: FeedBoard
    let concurrency: Int
    let now: @Sendable () -> Timestamp
    let logger: Logger

    /// The longest sleep: a feed that is enabled, or a reload, is seen at the latest after it.
    private static let longestSleep: Int64 = 5

    /// What the loop wakes up for.
    private enum Turn: Sendable {
        case look
        case done(PollReport)
    }

    /// A feed that hangs holds its own place only: the others are polled in their time beside it.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Turn.self) { group in
                var round = PollRound(limit: concurrency)
                group.addTask { .look }
                for await turn in group {
                    guard !Task.isCancelled else { break }
                    switch turn {
                    case .look:
                        round.take(await dueFeeds())
                        let busy = round.underWay
                        group.addTask {
                            await sleepUntilDue(besides: busy)
                            return .look
                        }
                    case .done(let report):
                        log(report)
                        round.finish(report.feed)
                    }
                    while let next = round.start() {
                        let poll = self.poll()
                        group.addTask { .done(await poll.run(next.feed, state: next.state)) }
                    }
                }
                group.cancelAll()
            }
        }
    }

    private func dueFeeds() async -> [FeedBoard.DueFeed] {
        do {
            return try await board.dueFeeds(at: now(), all: false)
        } catch {
            logger.error("polling paused: the store does not answer", metadata: ["reason": "\(error)"])
            return []
        }
    }

    /// Polls every feed that is due now (or, with `all`, every feed), each once, and returns when all are done.
    /// With `only` no feed but these is polled.
    func pollDueFeeds(all: Bool = false, only: Set<String>? = nil) async throws -> PassSummary {
        let due = try await board.dueFeeds(at: now(), all: all).filter { only?.contains($0.feed.url) ?? true }
        var summary = PassSummary()
        await withTaskGroup(of: PollReport.self) { group in
            var waiting = due.makeIterator()
            func startNext() -> Bool {
                guard !Task.isCancelled, let next = waiting.next() else { return false }
                let poll = self.poll()
                group.addTask { await poll.run(next.feed, state: next.state) }
                return true
            }
            for _ in 0..<concurrency where !startNext() { break }
            for await report in group {
                log(report)
                summary.add(report)
                _ = startNext()
            }
        }
        return summary
    }

    private func sleepUntilDue(besides busy: Set<String>) async {
        let next = (try? await board.nextDueTime(besides: busy)) ?? nil
        let wait = next.map { $0.milliseconds - now().milliseconds } ?? Self.longestSleep * 1000
        try? await Task.sleep(for: .milliseconds(min(max(wait, 100), Self.longestSleep * 1000)))
    }

    private func log(_ report: PollReport) {
        let facts: Logger.Metadata = ["source": "\(report.feed.source)"]
        switch report.outcome {
        case .notModified: logger.debug("feed not modified", metadata: facts)
        case .unchanged: logger.debug("feed unchanged", metadata: facts)
        case .stored(let articles, let alerts, let isBaseline):
            let counts: Logger.Metadata = [
                "articles": "\(articles)", "alerts": "\(alerts)", "baseline": "\(isBaseline)",
            ]
            logger.info("feed read", metadata: facts.merging(counts) { $1 })
        case .failed(let reason): logger.warning("feed failed", metadata: facts.merging(["reason": "\(reason)"]) { $1 })
        case .stopped(let reason): logger.error("feed stopped", metadata: facts.merging(["reason": "\(reason)"]) { $1 })
        }
    }
}
