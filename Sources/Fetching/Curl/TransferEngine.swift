import CCurl
import NewsModel

/// The work of the loop's thread: which fetches start, what came of them. Confined to that thread.
struct TransferEngine: ~Copyable {
    private static let maximumIdle = 128

    private let configuration: FetcherConfiguration
    private let multi: MultiHandle
    private var jobs: [UInt64: FetchJob] = [:]
    private var polite: HostQueue<FetchJob>
    private var immediate: HostQueue<FetchJob>
    private var idle: [Transfer] = []
    private var pauses: HostPauses
    private let memory: HostPauseMemory
    private let wallTime: @Sendable () -> Timestamp

    /// Nil where memory or descriptors are short.
    init?(
        configuration: FetcherConfiguration, memory: HostPauseMemory, wallTime: @escaping @Sendable () -> Timestamp
    ) {
        self.wallTime = wallTime
        self.memory = memory
        pauses = HostPauses(memory.known)
        let places = max(1, min(configuration.maximumConnections, 100_000))
        guard let multi = MultiHandle(maximumConnections: 2 * places) else { return nil }
        self.multi = multi
        self.configuration = configuration
        polite = HostQueue(maximumActive: places) { host in
            let rule = configuration.hostRules[host] ?? configuration.defaultHostRule
            // Written so that "not a number" is 0.
            let spacing = rule.spacingSeconds > 0 ? Int64(min(rule.spacingSeconds, 1e6) * 1000) : 0
            return .init(connections: max(1, rule.connections), spacing: spacing)
        }
        immediate = HostQueue(maximumActive: places) { _ in .init(connections: places, spacing: 0) }
    }

    var waker: MultiHandle.Waker { multi.waker }
    var active: Int { polite.active + immediate.active }
    var waiting: Int { jobs.count - active }

    mutating func submit(_ submission: FetchSubmission, now: Int64) {
        let job = FetchJob(submission)
        // The task may have been cancelled before the fetch got here.
        guard !submission.isCancelled() else { return job.finish(.failure(Self.cancelled(job))) }
        jobs[submission.id] = job
        enqueue(job, now: now)
    }

    mutating func cancel(_ id: UInt64, now: Int64) {
        guard let job = jobs[id] else { return }
        end(job, .failure(Self.cancelled(job)), now: now)
    }

    /// Starts what may start, lets libcurl work, takes in what has ended, and starts what that has made room for.
    /// One round only: between rounds the loop looks at its inbox.
    mutating func turn(now: () -> Int64) {
        startDue(now: now())
        multi.perform()
        takeEnded(now: now())
        startDue(now: now())
    }

    /// Waits until something can move.
    func wait(now: Int64) {
        let next = [polite.nextTime, immediate.nextTime].compactMap { $0 }.min().map { max(0, $0 - now) } ?? 60_000
        multi.wait(milliseconds: Int32(min(next, 60_000)))
    }

    /// Ends every fetch with this error.
    mutating func endAll(_ error: FetchError, now: Int64) {
        for job in Array(jobs.values) { end(job, .failure(error), now: now) }
        _ = polite.removeAllWaiting()
        _ = immediate.removeAllWaiting()
    }

    private mutating func enqueue(_ job: FetchJob, now: Int64) {
        if job.isImmediate {
            immediate.add(job, host: job.hop.target.host, now: now)
        } else {
            polite.add(job, host: job.hop.target.host, now: now)
        }
    }

    private mutating func release(_ job: FetchJob, now: Int64) {
        if job.isImmediate {
            immediate.finished(host: job.hop.target.host, now: now)
        } else {
            polite.finished(host: job.hop.target.host, now: now)
        }
    }

    private mutating func startDue(now: Int64) {
        while let job = immediate.next(now: now, isWanted: { !$0.isDone }) { start(job, now: now) }
        while let job = polite.next(now: now, isWanted: { !$0.isDone }) { start(job, now: now) }
    }

    private mutating func start(_ job: FetchJob, now: Int64) {
        if !job.isImmediate, let seconds = pauses.secondsLeft(host: job.hop.target.host, now: wallTime()) {
            return fail(
                job,
                FetchError(
                    code: .hostPaused,
                    message: "\(job.hop.target.host) has asked for fewer requests; it is left alone for \(seconds) s",
                    retryAfterSeconds: seconds), now: now)
        }
        guard let transfer = idle.popLast() ?? Transfer() else {
            return fail(job, FetchError(code: .other, message: "Out of memory"), now: now)
        }
        let usesProxy = !(job.request.proxy ?? configuration.proxy ?? "").isEmpty
        let checks = job.request.unixSocketPath == nil && !usesProxy
        if usesProxy, let error = refusal(behindProxy: job) { return fail(job, error, now: now) }
        transfer.begin(job, policy: checks ? configuration.addressPolicy : nil)
        guard transfer.configure(configuration), multi.add(transfer.handle) else {
            transfer.clear()
            return fail(
                job, FetchError(code: .other, message: "libcurl does not take the fetch from \(job.hop.target.name)"),
                now: now)
        }
        job.transfer = transfer
    }

    /// The proxy looks up names; an address that stands in the URL itself can still be judged, and so can `localhost`.
    private func refusal(behindProxy job: FetchJob) -> FetchError? {
        let host = job.hop.target.host
        let isLocal = host == "localhost" || host == "localhost." || host.hasSuffix(".localhost")
        guard let address = isLocal ? IPAddress("127.0.0.1") : IPAddress(host),
            let denial = configuration.addressPolicy.decide(address, host: host).denial
        else { return nil }
        return FetchError(code: .blockedAddress, message: "\(job.hop.target.name) is not fetched: \(denial)")
    }

    /// A job that has its place but no transfer.
    private mutating func fail(_ job: FetchJob, _ error: FetchError, now: Int64) {
        release(job, now: now)
        jobs[job.submission.id] = nil
        job.finish(.failure(error))
    }

    private mutating func takeEnded(now: Int64) {
        while let (transfer, result) = multi.nextEnded() {
            guard let job = transfer.job else { continue }
            job.elapsedSeconds += Double(transfer.handle.offset(CURLINFO_TOTAL_TIME_T)) / 1_000_000
            switch transfer.outcome(result) {
            case .answer(let status, let headers, let body):
                let document = Self.document(job, transfer, status: status, headers: headers, body: body)
                notePause(job, document)
                end(job, .success(document), now: now)
            case .failure(let error):
                end(job, .failure(error), now: now)
            case .redirect(let status, let location):
                follow(job, status: status, location: location, now: now)
            }
        }
    }

    private mutating func notePause(_ job: FetchJob, _ document: FetchedDocument) {
        guard !job.isImmediate else { return }
        let time = wallTime()
        let change = pauses.note(
            host: job.hop.target.host, status: document.status, hints: document.cacheHints(now: time), now: time)
        if let change { memory.changed(change) }
    }

    private mutating func follow(_ job: FetchJob, status: Int, location: String, now: Int64) {
        do {
            let next = try job.hop.following(
                status: status, location: location, request: job.request, earlier: job.redirects)
            guard job.remainingSeconds > 0 else {
                return end(
                    job,
                    .failure(
                        FetchError(code: .timeout, message: "\(job.hop.target.name) redirected until the time was over")
                    ),
                    now: now)
            }
            let redirect = FetchedDocument.Redirect(from: job.hop.target.url, status: status, to: next.target.url)
            job.redirects.append(redirect)
            detach(job)
            if next.target.host == job.hop.target.host, !job.isImmediate {
                // The place of this host stays ours.
                job.hop = next
                polite.noteStart(host: next.target.host, now: now)
                start(job, now: now)
            } else {
                release(job, now: now)
                job.hop = next
                enqueue(job, now: now)
            }
        } catch {
            end(job, .failure(error), now: now)
        }
    }

    /// Ends a fetch, whether it runs or waits.
    private mutating func end(_ job: FetchJob, _ result: FetchSubmission.Result, now: Int64) {
        if job.transfer != nil {
            detach(job)
            release(job, now: now)
        }
        jobs[job.submission.id] = nil
        job.finish(result)
    }

    private mutating func detach(_ job: FetchJob) {
        guard let transfer = job.transfer else { return }
        job.transfer = nil
        multi.remove(transfer.handle)
        transfer.clear()
        if idle.count < Self.maximumIdle { idle.append(transfer) }
    }

    private static func document(
        _ job: FetchJob, _ transfer: Transfer, status: Int, headers: ResponseHeaders, body: [UInt8]
    ) -> FetchedDocument {
        // Of a Unix socket libcurl tells the path.
        let address = job.request.unixSocketPath == nil ? transfer.handle.text(CURLINFO_PRIMARY_IP) : ""
        return FetchedDocument(
            requestedURL: job.request.url, url: job.hop.target.url, status: status, headers: headers, body: body,
            redirects: job.redirects, remoteAddress: address, elapsedMilliseconds: Int(job.elapsedSeconds * 1000))
    }

    private static func cancelled(_ job: FetchJob) -> FetchError {
        FetchError(code: .cancelled, message: "The fetch from \(job.hop.target.name) was cancelled")
    }
}
