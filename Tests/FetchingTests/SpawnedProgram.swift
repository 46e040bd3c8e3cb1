import Foundation
import Glibc

/// A program that is started with posix_spawn, and waited for by the thread that asks.
///
/// Foundation's `Process` tells of an end by another thread and a run loop; with hundreds of tests at once the news was lost,
/// and the thread of the task pool that waited for it with the whole run.
struct SpawnedProgram {
    private let processID: pid_t

    /// Starts a program in a folder.
    ///
    /// - Parameter output: where its standard output goes; nil drops it.
    init(_ arguments: [String], folder: String, output: Pipe? = nil) throws {
        // The shell goes to the folder and becomes the program.
        let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + arguments
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        if let output {
            unsafe posix_spawn_file_actions_adddup2(&actions, output.fileHandleForWriting.fileDescriptor, 1)
        }
        var copies = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe copies.forEach { unsafe free($0) } }
        var processID: pid_t = 0
        let code = unsafe posix_spawn(&processID, "/bin/sh", &actions, nil, &copies, environ)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        self.processID = processID
        // Else the end of the program would not end its output.
        try output?.fileHandleForWriting.close()
    }

    /// Waits for the end; true where the program says that all went well.
    func succeeds() -> Bool {
        var status: Int32 = -1
        while unsafe waitpid(processID, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }

    /// Ends it at once.
    func end() {
        kill(processID, SIGKILL)
        _ = succeeds()
    }
}
