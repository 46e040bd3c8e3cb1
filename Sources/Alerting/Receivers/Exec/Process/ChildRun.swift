import Glibc

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
        guard let file = Descriptor.unnamedFile(holding: input) else { return .failed(reason: Self.lastError()) }
        guard let output = Descriptor.pipe() else { return .failed(reason: Self.lastError()) }
        var child: pid_t = 0
        let code = spawn(&child, input: file.number, output: output.writing.number)
        guard code == 0 else { return .failed(reason: Self.words(code)) }
        return wait(for: child, output.reading)
    }

    /// The program may leave others behind that hold its output open, so its end counts, not that of the output.
    private func wait(for child: pid_t, _ output: borrowing Descriptor) -> End {
        let deadline = Self.now() + timeLimitMilliseconds
        var kept: [UInt8] = []
        var status: Int32 = 0
        while true {
            output.waitAndRead(milliseconds: 20, into: &kept, keeping: Self.keptOutput)
            let ended = unsafe waitpid(child, &status, WNOHANG)
            if ended == child || ended < 0 && errno != EINTR { break }
            guard Self.now() < deadline else {
                kill(-child, SIGKILL)
                while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
                return .tookTooLong(output: kept)
            }
        }
        output.waitAndRead(milliseconds: 0, into: &kept, keeping: Self.keptOutput)
        let signal = Int(status & 0x7F)
        return signal == 0
            ? .exited(status: Int(status >> 8 & 0xFF), output: kept) : .killed(signal: signal, output: kept)
    }

    private func spawn(_ child: inout pid_t, input: Int32, output: Int32) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // No signal blocked or ignored, whatever this process does with its own, and a group to be killed as a whole.
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        return unsafe Self.withStrings(arguments) { arguments in
            unsafe Self.withStrings(environment) { environment in
                guard let program = unsafe arguments[0] else { return EINVAL }
                return unsafe posix_spawn(&child, program, &actions, &attributes, arguments, environment)
            }
        }
    }

    /// C strings for the length of a call, with a null at the end.
    private static func withStrings(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var pointers = unsafe texts.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer { unsafe pointers.forEach { unsafe free($0) } }
        return unsafe pointers.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return EINVAL }
            return unsafe body(base)
        }
    }

    private static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private static func lastError() -> String { words(errno) }

    private static func words(_ code: Int32) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
