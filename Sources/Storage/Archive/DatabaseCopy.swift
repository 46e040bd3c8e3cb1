import Foundation
internal import GRDB
import Glibc

/// A copy of a database in a file of its own (mode 0600), checked, and under its name only when it is whole and on the disk.
enum DatabaseCopy {
    /// - Parameters:
    ///   - configuration: of the connection that works on the copy.
    ///   - change: what is done to the copy before it is checked.
    /// - Throws: where the file is there already, cannot be written, or is not sound afterwards.
    static func make(
        of reader: any DatabaseReader, at path: String, purpose: String,
        configuration: Configuration = Configuration(), change: (DatabaseQueue) throws -> Void = { _ in }
    ) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else {
            throw StorageError(code: .cannotOpen, message: "\(path) is there already; \(purpose) overwrites nothing.")
        }
        let part = path + ".part"
        try? files.removeItem(atPath: part)
        defer { try? files.removeItem(atPath: part) }
        guard files.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StorageError(code: .cannotOpen, message: "Cannot create \(part). Check that you may write there.")
        }
        let target = try DatabaseQueue(path: part, configuration: configuration)
        try reader.backup(to: target)
        // One file that needs no other beside it.
        try target.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try change(target)
        try target.writeWithoutTransaction { db in
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
