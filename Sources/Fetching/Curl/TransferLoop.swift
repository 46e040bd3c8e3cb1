import Foundation
import NewsModel

/// The one thread that owns libcurl's multi handle, and the way in for all others: an inbox and a wake.
final class TransferLoop: Sendable {
    private enum Command: Sendable {
        case submit(FetchSubmission)
        case cancel(UInt64)
        case stop
    }

    private struct Inbox {
        var commands: [Command] = []
        /// Nil before the multi handle is made and after it is gone.
        var waker: MultiHandle.Waker?
        var isClosed = false
        /// Those who wait for the thread's end.
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let configuration: FetcherConfiguration
    private let memory: HostPauseMemory
    private let wallTime: @Sendable () -> Timestamp
    private let inbox = Guarded(Inbox())
    private let figures = Guarded(FetcherStatistics())

    init(
        configuration: FetcherConfiguration, memory: HostPauseMemory, wallTime: @escaping @Sendable () -> Timestamp
    ) {
        self.configuration = configuration
        self.memory = memory
        self.wallTime = wallTime
    }

    var statistics: FetcherStatistics { figures.withLock { $0 } }

    func start() {
        let thread = Thread { self.run() }
        thread.name = "newsward-fetch"
        thread.start()
    }

    /// Every submission is finished, by this call itself where the loop has stopped.
    func submit(_ submission: FetchSubmission) {
        if !post(.submit(submission)) { submission.finish(.failure(Self.shutDown)) }
    }

    func cancel(_ id: UInt64) {
        _ = post(.cancel(id))
    }

    /// Ends all transfers, without waiting for it.
    func stop() {
        _ = post(.stop)
    }

    /// Returns when the thread has let go of libcurl.
    func waitUntilStopped() async {
        await withCheckedContinuation { continuation in
            let isOver = inbox.withLock { inbox in
                if !inbox.isClosed { inbox.waiters.append(continuation) }
                return inbox.isClosed
            }
            if isOver { continuation.resume() }
        }
    }

    /// False where the loop has stopped.
    private func post(_ command: Command) -> Bool {
        inbox.withLock { inbox in
            guard !inbox.isClosed else { return false }
            inbox.commands.append(command)
            // One wake is enough for all that is in the box; the lock keeps the multi handle alive meanwhile.
            if inbox.commands.count == 1 { inbox.waker?.wake() }
            return true
        }
    }

    private func run() {
        work()
        let waiters = inbox.withLock { inbox in
            defer { inbox.waiters = [] }
            inbox.isClosed = true
            return inbox.waiters
        }
        for command in takeCommands() {
            if case .submit(let submission) = command { submission.finish(.failure(Self.shutDown)) }
        }
        for waiter in waiters { waiter.resume() }
    }

    private func work() {
        guard var engine = TransferEngine(configuration: configuration, memory: memory, wallTime: wallTime) else {
            return
        }
        let clock = ContinuousClock()
        let begin = clock.now
        func now() -> Int64 { Self.milliseconds(clock.now - begin) }
        let waker = engine.waker
        inbox.withLock { $0.waker = waker }
        defer { inbox.withLock { $0.waker = nil } }
        var running = true
        while running {
            let turnBegan = clock.now
            for command in takeCommands() {
                switch command {
                case .submit(let submission): engine.submit(submission, now: now())
                case .cancel(let id): engine.cancel(id, now: now())
                case .stop: running = false
                }
            }
            guard running else { break }
            engine.turn(now: now)
            note(active: engine.active, waiting: engine.waiting, turn: Self.milliseconds(clock.now - turnBegan))
            engine.wait(now: now())
        }
        engine.endAll(Self.shutDown, now: now())
        note(active: 0, waiting: 0, turn: 0)
    }

    private func takeCommands() -> [Command] {
        inbox.withLock { inbox in
            defer { inbox.commands = [] }
            return inbox.commands
        }
    }

    private func note(active: Int, waiting: Int, turn: Int64) {
        figures.withLock {
            $0.active = active
            $0.waiting = waiting
            $0.longestTurnMilliseconds = max($0.longestTurnMilliseconds, Int(turn))
        }
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    private static let shutDown = FetchError(code: .cancelled, message: "The fetcher is shut down")
}
