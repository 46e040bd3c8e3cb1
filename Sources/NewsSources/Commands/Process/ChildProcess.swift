import Foundation
import Glibc
import Spawning
import Synchronization

/// A child process in a process group of its own, so that what it starts ends with it.
final class ChildProcess: Sendable {
    private let processID: pid_t
    private let output: PipeEnd
    private let errors: PipeEnd
    private let life = Mutex(Life())

    private struct Life {
        /// Its process id is free for others: no signal any more.
        var isReaped = false
        var isCancelled = false
    }

    /// Bytes of standard error that are kept.
    private static let keptErrors = 4096
    /// Milliseconds from SIGTERM to SIGKILL.
    private static let grace: Int32 = 2000

    private init(processID: pid_t, output: PipeEnd, errors: PipeEnd) {
        self.processID = processID
        self.output = output
        self.errors = errors
    }

    /// Runs a program to its end. Cancelling the task ends it at once.
    static func run(
        _ arguments: [String], folder: String, environment: [String: String], timeoutSeconds: Int, maximumBytes: Int
    ) async -> CommandRun {
        let child: ChildProcess
        do {
            let spawned = try Spawn(
                arguments: arguments, environment: environment.map { "\($0)=\($1)" }, folder: folder
            ).start()
            child = ChildProcess(processID: spawned.processID, output: spawned.output, errors: spawned.errors)
        } catch {
            return CommandRun(ending: .notStarted(error.reason))
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own: it waits in poll(), which a thread of the task pool must not do.
                Thread.detachNewThread {
                    continuation.resume(
                        returning: child.watch(timeoutSeconds: timeoutSeconds, maximumBytes: maximumBytes))
                }
            }
        } onCancel: {
            child.cancel()
        }
    }

    private func cancel() {
        life.withLock { $0.isCancelled = true }
        signal(SIGKILL)
    }

    private func signal(_ number: Int32) {
        life.withLock { life in
            if !life.isReaped { kill(-processID, number) }
        }
    }

    /// Reads both pipes until they are closed and the process has ended, or a limit is reached.
    private func watch(timeoutSeconds: Int, maximumBytes: Int) -> CommandRun {
        let started = ContinuousClock.now
        var run = CommandRun(ending: .exited(0))
        var limit: CommandRun.Ending?
        var deadline = started + .seconds(timeoutSeconds)
        var status: Int32?
        while output.isOpen || errors.isOpen || status == nil {
            let rest = deadline - .now
            if rest <= .zero {
                // First politely, then for good; what then still holds the pipes is not ours.
                if limit == nil {
                    limit = .overTime
                    signal(SIGTERM)
                    deadline = .now + .milliseconds(Int(Self.grace))
                } else {
                    signal(SIGKILL)
                    status = status ?? reap(waits: true)
                    break
                }
            }
            let isQuiet = !PipeEnd.wait([output, errors], milliseconds: min(Self.milliseconds(rest), 50))
            run.output += output.read()
            run.errors = (run.errors + errors.read()).suffix(Self.keptErrors)
            if run.output.count > maximumBytes, limit == nil {
                limit = .overLimit
                signal(SIGKILL)
            }
            if run.output.count > maximumBytes { run.output.removeAll() }
            if status == nil, isQuiet || !output.isOpen { status = reap(waits: false) }
        }
        run.milliseconds = Int(Self.milliseconds(.now - started))
        let isCancelled = life.withLock { $0.isCancelled }
        run.ending = isCancelled ? .cancelled : limit ?? Self.ending(status ?? 0)
        return run
    }

    /// The status of the ended process; nil while it runs.
    private func reap(waits: Bool) -> Int32? {
        life.withLock { life in
            guard !life.isReaped else { return nil }
            var status: Int32 = 0
            let found = unsafe waitpid(processID, &status, waits ? 0 : WNOHANG)
            guard found == processID else { return nil }
            life.isReaped = true
            return status
        }
    }

    private static func ending(_ status: Int32) -> CommandRun.Ending {
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    }

    private static func milliseconds(_ duration: Duration) -> Int32 {
        let parts = duration.components
        return Int32(clamping: max(0, parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000))
    }
}
