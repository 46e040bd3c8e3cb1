import Foundation
import Glibc

/// The lock that makes one process the owner of a data folder: `flock` on `DATA/lock`, which holds the owner's pid.
///
/// The system drops the lock when the process ends, however it ends; the file stays.
public struct FolderLock: Sendable {
    private let handle: FileHandle

    /// Takes the lock, or throws `inUse` with the owner's pid.
    public init(folder: String) throws(StorageError) {
        let path = folder + "/lock"
        let files = FileManager.default
        if !files.fileExists(atPath: path) {
            _ = files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let handle = FileHandle(forUpdatingAtPath: path) else {
            throw StorageError(
                code: .cannotOpen, message: "Cannot open the lock file \(path). Check that you may write in its folder."
            )
        }
        guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw Self.inUse(folder: folder, owner: (try? handle.readToEnd()) ?? Data())
        }
        // A program that a receiver starts must not inherit the lock and outlive us with it.
        _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
        // The pid only serves the message of the next process; without it the lock holds all the same.
        try? handle.truncate(atOffset: 0)
        try? handle.write(contentsOf: Data("\(ProcessInfo.processInfo.processIdentifier)\n".utf8))
        self.handle = handle
    }

    /// Gives the folder free.
    public func release() {
        try? handle.close()
    }

    private static func inUse(folder: String, owner: Data) -> StorageError {
        let pid = Int(String(decoding: owner.prefix(20), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        let process = pid.map { " (process \($0))" } ?? ""
        return StorageError(
            code: .inUse,
            message: "Another newsward\(process) uses the data folder \(folder). Stop it first, or name another folder."
        )
    }
}
