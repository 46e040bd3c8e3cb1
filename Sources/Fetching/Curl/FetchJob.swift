/// A fetch as it is handed to the thread of the loop.
struct FetchSubmission: Sendable {
    typealias Result = Swift.Result<FetchedDocument, FetchError>

    let id: UInt64
    let request: FetchRequest
    let firstHop: Hop
    let isCancelled: @Sendable () -> Bool
    let finish: @Sendable (Result) -> Void
}

/// A fetch on its way. Confined to the thread of `TransferLoop`.
final class FetchJob {
    let submission: FetchSubmission
    var hop: Hop
    var redirects: [FetchedDocument.Redirect] = []
    var elapsedSeconds = 0.0
    /// The running transfer; nil while the fetch waits for its turn.
    var transfer: Transfer?
    private(set) var isDone = false

    init(_ submission: FetchSubmission) {
        self.submission = submission
        hop = submission.firstHop
    }

    var request: FetchRequest { submission.request }

    var isImmediate: Bool { request.pacing == .immediate || request.unixSocketPath != nil }

    var remainingSeconds: Double { request.timeoutSeconds - elapsedSeconds }

    /// Gives the result to the caller, once.
    func finish(_ result: FetchSubmission.Result) {
        guard !isDone else { return }
        isDone = true
        submission.finish(result)
    }
}
