import Fetching
import Logging
import NewsModel
import ServiceLifecycle
import Storage
import Synchronization

/// Writes down which hosts asked to be left alone, so that the next process leaves them alone too.
///
/// The fetcher's thread only puts changes into a box. They reach the store at once while the service runs, and at the end
/// of a single pass.
final class PauseKeeper: Service {
    private let store: any NewsStore
    private let logger: Logger
    private let changes = Mutex<[HostPauseChange]>([])
    private let signal = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    init(store: any NewsStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    /// What a fetcher is to know, and how it tells of changes.
    func memory() async throws(StorageError) -> HostPauseMemory {
        HostPauseMemory(known: try await store.hostPauses()) { [self] change in
            changes.withLock { $0.append(change) }
            signal.continuation.yield()
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            for await _ in signal.stream { await save() }
        }
        await save()
    }

    /// Writes down what has changed. What the store does not take is left for the next time.
    func save() async {
        let taken = changes.withLock { changes in
            defer { changes = [] }
            return changes
        }
        guard !taken.isEmpty else { return }
        do {
            try await store.note(taken)
        } catch {
            changes.withLock { $0 = taken + $0 }
            logger.error("pauses of hosts not noted; tried again", metadata: ["reason": "\(error)"])
        }
    }
}
