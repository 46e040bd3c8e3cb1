import Foundation
public import Logging
public import NewsModel
import Synchronization

/// Fetches over HTTP: any number of callers, one thread below. Safe to share.
public final class HTTPFetcher: Sendable {
    private let loop: TransferLoop
    private let logger: Logger
    private let lastID = Atomic<UInt64>(0)

    /// Starts the thread. A libcurl that is too old shows as an error of every fetch.
    ///
    /// - Parameters:
    ///   - now: the time by which the pauses that hosts ask for are measured.
    ///   - memory: the pauses that an earlier process noted, and who is told of changes.
    public init(
        configuration: FetcherConfiguration, now: @escaping @Sendable () -> Timestamp = HTTPFetcher.systemTime,
        memory: HostPauseMemory = .none, logger: Logger
    ) {
        self.logger = logger
        loop = TransferLoop(configuration: configuration, memory: memory, wallTime: now)
        if CurlLibrary.failure == nil { loop.start() }
    }

    deinit {
        loop.stop()
    }

    /// The time of this machine.
    public static let systemTime: @Sendable () -> Timestamp = {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// The version of libcurl in use, such as `7.88.1`.
    public static var libraryVersion: String { CurlLibrary.versionText }

    /// Nil where the libcurl of this machine can be used, else what is wrong with it; for a check at the start.
    public static var libraryFailure: FetchError? { CurlLibrary.failure }

    /// What the fetcher is doing now.
    public var statistics: FetcherStatistics { loop.statistics }

    /// Makes one exchange, redirects included, when the limits of its host allow it.
    ///
    /// Any status is a document; no answer, a broken one or one over a limit is an error. Cancelling the task ends the
    /// transfer at once.
    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchedDocument {
        if let failure = CurlLibrary.failure { throw failure }
        let hop = try Hop(request: request)
        let result = await run(request, firstHop: hop)
        log(result, host: hop.target.name)
        return try result.get()
    }

    /// Ends every transfer and every wait with the error `cancelled`, then the thread. Later fetches get the same
    /// error. Returns when all is done; may be called again.
    public func shutdown() async {
        guard CurlLibrary.failure == nil else { return }
        loop.stop()
        await loop.waitUntilStopped()
    }

    private func run(_ request: FetchRequest, firstHop: Hop) async -> FetchSubmission.Result {
        let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
        let ticket = Ticket()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.submit(
                    FetchSubmission(
                        id: id, request: request, firstHop: firstHop,
                        isCancelled: { ticket.isCancelled.load(ordering: .acquiring) },
                        finish: { continuation.resume(returning: $0) }))
            }
        } onCancel: {
            ticket.isCancelled.store(true, ordering: .releasing)
            loop.cancel(id)
        }
    }

    private func log(_ result: FetchSubmission.Result, host: String) {
        switch result {
        case .success(let document):
            logger.debug(
                "fetched",
                metadata: [
                    "host": "\(host)", "status": "\(document.status)", "bytes": "\(document.body.count)",
                    "milliseconds": "\(document.elapsedMilliseconds)", "redirects": "\(document.redirects.count)",
                ])
        case .failure(let error):
            logger.debug(
                "not fetched",
                metadata: ["host": "\(host)", "code": "\(error.code.rawValue)", "error": "\(error.message)"])
        }
    }
}

/// Remembers a cancellation that comes before the fetch has reached the loop.
private final class Ticket: Sendable {
    let isCancelled = Atomic<Bool>(false)
}
