import Logging
import ServiceLifecycle
import Storage

/// Puts stored articles into the index of `search`, a few in each transaction, so that polls and deliveries wait no longer
/// for it than for one another. `search` finds what is not in it yet by looking at the texts.
struct SearchIndexer: Service {
    let store: any NewsStore
    let logger: Logger

    /// Some 50 ms of work where articles are long.
    private static let articlesAtOnce = 50
    private static let napSeconds = 5

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.index()
                try? await Task.sleep(for: .seconds(Self.napSeconds))
            }
        }
    }

    /// Puts in what is stored by now, `limit` articles at most.
    func index(limit: Int = .max) async {
        var left = limit
        do {
            while left > 0, !Task.isCancelled {
                let count = try await store.indexArticles(limit: min(left, Self.articlesAtOnce))
                if count == 0 { return }
                left -= count
            }
        } catch {
            logger.error("articles not indexed for search; tried again", metadata: ["reason": "\(error)"])
        }
    }
}
