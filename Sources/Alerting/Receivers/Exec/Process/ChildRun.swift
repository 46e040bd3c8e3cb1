import Glibc
import Spawning

/// Runs a program to its end: the input from a file without a name, the first of its output kept, no shell.
struct ChildRun {
    let arguments: [String]
    let environment: [String]
    let input: [UInt8]
    /// Then the program and all that it started are killed.
    let timeLimitMilliseconds: Int
    private static let keptOutput = 1024

    enum End: Sendable, Hashable {
        case exited(status: Int, output: [UInt8])
        case killed(signal: Int, output: [UInt8])
        case tookTooLong(output: [UInt8])
        /// It could not be started.
        case failed(reason: String)
    }

    func run() -> End {
        // A file, because a write to a pipe whose reader is gone would end this process.
        guard let file = UnnamedFile(holding: input) else {
            return .failed(reason: Spawn.Failure(code: errno).reason)
        }
        do {
            let child = try Spawn(
                arguments: arguments, environment: environment, input: file.descriptor, joinsErrors: true
            ).start()
            return wait(for: child.processID, child.output)
        } catch {
            return .failed(reason: error.reason)
        }
    }

    /// The program may leave others behind that hold its output open, so its end counts, not that of the output.
    private func wait(for child: pid_t, _ output: PipeEnd) -> End {
        let deadline = Self.now() + timeLimitMilliseconds
        var kept: [UInt8] = []
        var status: Int32 = 0
        while true {
            read(output, milliseconds: 20, into: &kept)
            let ended = unsafe waitpid(child, &status, WNOHANG)
            if ended == child || ended < 0 && errno != EINTR { break }
            guard Self.now() < deadline else {
                kill(-child, SIGKILL)
                while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
                return .tookTooLong(output: kept)
            }
        }
        read(output, milliseconds: 0, into: &kept)
        let signal = Int(status & 0x7F)
        return signal == 0
            ? .exited(status: Int(status >> 8 & 0xFF), output: kept) : .killed(signal: signal, output: kept)
    }

    /// Waits for something to read, and reads all that is there; only the first bytes are kept.
    private func read(_ output: PipeEnd, milliseconds: Int32, into kept: inout [UInt8]) {
        guard PipeEnd.wait([output], milliseconds: milliseconds) else { return }
        while true {
            let bytes = output.read()
            if bytes.isEmpty { return }
            kept += bytes.prefix(Self.keptOutput - kept.count)
        }
    }

    private static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
