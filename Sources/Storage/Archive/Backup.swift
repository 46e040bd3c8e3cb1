import Foundation
internal import GRDB
import Glibc

extension SQLiteNewsStore {
    /// Copies the database as it stands now into a new file (mode 0600), checks the copy, and puts it under its name only
    /// when it is whole and on the disk. Reading and writing go on meanwhile.
    ///
    /// Throws where the file is there already, or cannot be written.
    public func backup(to path: String) async throws(StorageError) {
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            // Copying takes as long as the disk needs: not on a thread that tasks share.
            DispatchQueue.global().async {
                continuation.resume(returning: Result { try self.copy(to: path) })
            }
        }
        do {
            try result.get()
        } catch {
            throw StorageError(using: path, error)
        }
    }

    private func copy(to path: String) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else {
            throw StorageError(code: .cannotOpen, message: "\(path) is there already; a backup overwrites nothing.")
        }
        let part = path + ".part"
        try? files.removeItem(atPath: part)
        defer { try? files.removeItem(atPath: part) }
        guard files.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StorageError(code: .cannotOpen, message: "Cannot create \(part). Check that you may write there.")
        }
        let target = try DatabaseQueue(path: part)
        try reader.backup(to: target)
        try target.writeWithoutTransaction { db in
            // One file that needs no other beside it.
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
            let problems = try String.fetchAll(db, sql: "PRAGMA quick_check(3)")
            guard problems == ["ok"] else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: problems.joined(separator: "; "))
            }
        }
        try target.close()
        guard let handle = FileHandle(forWritingAtPath: part), fsync(handle.fileDescriptor) == 0 else {
            throw StorageError(code: .inputOutput, message: "\(part) did not reach the disk.")
        }
        try handle.close()
        try files.moveItem(atPath: part, toPath: path)
    }
}
