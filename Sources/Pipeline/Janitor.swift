import Logging
import NewsModel
import ServiceLifecycle
import Storage

/// Once an hour: removes articles past their retention, and lets the story index forget.
struct Janitor: Service {
    let store: any NewsStore
    let newsdesk: Newsdesk
    let retentionDays: Int
    let now: @Sendable () -> Timestamp
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.tidy()
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }

    /// One round. Returns how many articles were removed.
    @discardableResult
    func tidy() async -> Int {
        await newsdesk.forgetOldStories()
        do {
            let removed = try await store.removeArticles(before: now().adding(seconds: -Int64(retentionDays) * 86_400))
            if removed > 0 { logger.info("old articles removed", metadata: ["articles": "\(removed)"]) }
            return removed
        } catch {
            logger.error("old articles not removed", metadata: ["reason": "\(error)"])
            return 0
        }
    }
}
