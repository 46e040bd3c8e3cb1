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
    /// Most feeds of one host at the same time.
    let hostLimit: @Sendable (String) -> Int
    let now: @Sendable () -> Timestamp
    let logger: Logger

    /// The longest sleep: a feed that is enabled, or a reload, is seen at the latest after it.
    private static let longestSleep: Int64 = 1000
    /// How often the mean rate of polls is summed up again, in looks.
    private static let looksPerSum = 64

    /// What the loop wakes up for.
    private enum Turn: Sendable {
        case look
        case done(FeedBoard.DueFeed, PollReport)
    }

    /// A feed that hangs holds its own place only: the others are polled in their time beside it.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Turn.self) { group in
                var round = PollRound(limit: concurrency, hostLimit: hostLimit)
                var pacer = StartPacer()
                var looks = 0
                group.addTask { .look }
                for await turn in group {
                    guard !Task.isCancelled else { break }
                    if case .done(let item, let report) = turn {
                        await take(report)
                        round.finish(item)
                    }
                    round.add(await dueFeeds())
                    if looks % Self.looksPerSum == 0 { pacer.meanPerSecond = await board.pollsPerSecond(at: now()) }
                    while round.hasNext, pacer.start(at: now()), let next = round.start() { start(next, &group) }
                    if case .look = turn {
                        looks += 1
                        let wait = round.hasNext ? pacer.waitMilliseconds : Self.longestSleep
                        group.addTask {
                            await sleepUntilDue(atMost: wait)
                            return .look
                        }
                    }
                }
                group.cancelAll()
            }
        }
    }

    private func start(_ next: FeedBoard.DueFeed, _ group: inout TaskGroup<Turn>) {
        let poll = self.poll()
        group.addTask { .done(next, await poll.run(next.feed, state: next.state)) }
    }

    private func dueFeeds() async -> [FeedBoard.DueFeed] {
        do {
            return try await board.takeDue(at: now(), all: false)
        } catch {
            logger.error("polling paused: the store does not answer", metadata: ["reason": "\(error)"])
            return []
        }
    }

    /// Polls every feed that is due now (or, with `all`, every feed), each once, and returns when all are done.
    func pollDueFeeds(all: Bool = false) async throws -> PassSummary {
        var summary = PassSummary()
        var round = PollRound(limit: concurrency, hostLimit: hostLimit)
        round.add(try await board.takeDue(at: now(), all: all))
        await withTaskGroup(of: Turn.self) { group in
            while !Task.isCancelled, let next = round.start() { start(next, &group) }
            for await case .done(let item, let report) in group {
                await take(report)
                summary.add(report)
                round.finish(item)
                while !Task.isCancelled, let next = round.start() { start(next, &group) }
            }
        }
        return summary
    }

    private func sleepUntilDue(atMost longest: Int64) async {
        let next = (try? await board.nextDueTime(at: now())) ?? nil
        let wait = next.map { $0.milliseconds - now().milliseconds } ?? longest
        try? await Task.sleep(for: .milliseconds(min(max(wait, 10), max(longest, 10))))
    }

    private func take(_ report: PollReport) async {
        log(report)
        do {
            try await board.record(report.state, at: now())
        } catch {
            logger.error("a switched feed is not stored", metadata: ["reason": "\(error)"])
        }
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
        case .postponed(let reason):
            logger.debug("feed postponed", metadata: facts.merging(["reason": "\(reason)"]) { $1 })
        case .failed(let reason): logger.warning("feed failed", metadata: facts.merging(["reason": "\(reason)"]) { $1 })
        case .stopped(let reason): logger.error("feed stopped", metadata: facts.merging(["reason": "\(reason)"]) { $1 })
        }
        for remark in report.remarks { logger.notice("\(remark)", metadata: facts) }
    }
}
