internal import CSpawn
import Glibc

/// Starts a program in a process group of its own, with nothing else of ours left open, no signal blocked and none ignored.
///
/// With posix_spawn: a process that Foundation starts out of a task keeps the task's blocked signals, and SIGTERM would not
/// reach it.
public struct Spawn {
    /// The program, looked up in PATH where it has no slash, and its arguments.
    public let arguments: [String]
    /// `NAME=VALUE`.
    public let environment: [String]
    /// Nil: this process's.
    public let folder: String?
    /// Becomes standard input; nil: /dev/null.
    public let input: Int32?
    /// True where errors go into the same pipe as output.
    public let joinsErrors: Bool

    /// Why a program could not be started, in the system's words.
    public struct Failure: Error {
        public let reason: String

        public init(code: Int32) {
            reason = unsafe String(cString: strerror(code))
        }
    }

    public struct Started {
        public let processID: Int32
        public let output: PipeEnd
        /// The output's own pipe where they are joined with it.
        public let errors: PipeEnd
    }

    public init(
        arguments: [String], environment: [String], folder: String? = nil, input: Int32? = nil,
        joinsErrors: Bool = false
    ) {
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.input = input
        self.joinsErrors = joinsErrors
    }

    /// The process runs when this returns; the caller waits for its end.
    public func start() throws(Failure) -> Started {
        guard let program = arguments.first else { throw Failure(code: EINVAL) }
        let (outputEnd, output) = try Self.pipe()
        defer { close(output) }
        let (errorEnd, errors) = joinsErrors ? (outputEnd, output) : try Self.pipe()
        defer { if !joinsErrors { close(errors) } }
        var processID: pid_t = 0
        var code = unsafe withActions(output: output, errors: errors) { actions in
            unsafe withAttributes { attributes in
                unsafe withStrings(arguments) { arguments in
                    unsafe withStrings(environment) { environment in
                        unsafe posix_spawnp(&processID, program, actions, attributes, arguments, environment)
                    }
                }
            }
        }
        // A folder that is not there gives the same code as a program that is not.
        if code == ENOENT, let folder, unsafe access(folder, X_OK) != 0 { code = errno }
        guard code == 0 else { throw Failure(code: code) }
        return Started(processID: processID, output: outputEnd, errors: errorEnd)
    }

    private static func pipe() throws(Failure) -> (PipeEnd, Int32) {
        var ends: [Int32] = [-1, -1]
        guard unsafe Glibc.pipe(&ends) == 0 else { throw Failure(code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (PipeEnd(ends[0]), ends[1])
    }

    private func withActions(
        output: Int32, errors: Int32, _ body: (UnsafePointer<posix_spawn_file_actions_t>) -> Int32
    ) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let input {
            unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
        if let folder { unsafe posix_spawn_file_actions_addchdir_np(&actions, folder) }
        unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        return unsafe body(&actions)
    }

    /// So that the process can be ended, with all that it starts, by a signal to its group.
    private func withAttributes(_ body: (UnsafePointer<posix_spawnattr_t>) -> Int32) -> Int32 {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        return unsafe body(&attributes)
    }

    /// C strings for the length of a call, with a null at the end.
    private func withStrings(
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
}
