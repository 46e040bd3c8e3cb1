import Foundation
import GRDB
import NewsModel
import TestSupport
import Testing

@testable import Storage

/// Damaged files, full disks, and the words for them.
struct DamageTests {
    @Test func aFileThatIsNoDatabaseIsRefusedAndKept() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/newsward.sqlite"
        let bytes = Data(
            "this is not a database, it is a letter to the editor".utf8 + Array(repeating: 10, count: 4096))
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: StorageError.self) {
            try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        }
        #expect(error?.code == .corrupt)
        #expect(
            error?.message == "\(path) is damaged or not a database of newsward (file is not a database). "
                + "Restore a backup, or move the file away to start anew.")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test func damageIsFoundAfterAnUncleanStop() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        for number in 0..<200 { try await store.commit([Sample.stored("a\(number)")], feed: nil) }
        try await store.close()
        let path = folder.path + "/newsward.sqlite"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // Every page from the fifth on, so that the damage lies in tables and not in free space only.
        for place in stride(from: 4 * 4096, to: bytes.count - 100, by: 4096) {
            bytes.replaceSubrange(place..<(place + 100), with: Data(repeating: 0xA5, count: 100))
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        try Data(repeating: 0, count: 8).write(to: URL(fileURLWithPath: path + "-wal"))
        let error = #expect(throws: StorageError.self) {
            try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        }
        #expect(error?.code == .corrupt)
        #expect(error?.isTransient == false)
    }

    @Test func aFullDiskIsSaidAndLeavesTheStoreUsable() async throws {
        try await withStore { (store, _) async throws in
            // Stands in for a full disk: SQLite answers with the same code.
            try await store.write { db in try db.execute(sql: "PRAGMA max_page_count = 60") }
            let long = String(repeating: "가", count: 200_000)
            let error = await #expect(throws: StorageError.self) {
                try await store.commit([Sample.stored(title: long)], feed: nil)
            }
            #expect(error?.code == .diskFull)
            #expect(error?.isTransient == true)
            #expect(
                error?.message == "No space is left to write \(store.path). "
                    + "What was not stored is tried again; free some space.")
            try await store.write { db in try db.execute(sql: "PRAGMA max_page_count = 100000") }
            try await store.commit([Sample.stored(title: long)], feed: nil)
            #expect(try await store.totals().articles == 1)
        }
    }

    @Test(arguments: [
        (ResultCode.SQLITE_IOERR, StorageError.Code.inputOutput), (.SQLITE_CORRUPT, .corrupt), (.SQLITE_BUSY, .inUse),
        (.SQLITE_CANTOPEN, .cannotOpen), (.SQLITE_CONSTRAINT, .other), (.SQLITE_FULL, .diskFull),
        (.SQLITE_IOERR_FSYNC, .inputOutput), (.SQLITE_NOTADB, .corrupt),
    ])
    func everyCodeHasItsWords(_ code: ResultCode, _ expected: StorageError.Code) {
        let cause = DatabaseError(resultCode: code, message: "words of SQLite", sql: "SELECT secret")
        let error = StorageError(opening: "/data/newsward.sqlite", cause)
        #expect(error.code == expected)
        #expect(error.message.contains("/data/newsward.sqlite"))
        #expect(!error.description.contains("secret"))
    }

    @Test func aFolderThatCannotBeMadeIsNamed() {
        let error = #expect(throws: StorageError.self) {
            try SQLiteNewsStore.open(folder: "/dev/null/data", logger: Sample.logger)
        }
        #expect(error?.code == .cannotOpen)
        #expect(
            error?.message == "Cannot create the data folder /dev/null/data. "
                + "Check that you may write there, or name another one.")
    }

    @Test func aNetworkFileSystemIsTold() {
        let mounts = """
            /dev/sda1 / ext4 rw 0 0
            server:/export /srv/net nfs4 rw 0 0
            /dev/sdb1 /srv/net/local ext4 rw 0 0
            //nas/share /mnt/my\\040share cifs rw 0 0
            """
        #expect(NetworkFileSystem.kind(of: "/srv/net/data", mounts: mounts) == "nfs4")
        #expect(NetworkFileSystem.kind(of: "/srv/network", mounts: mounts) == nil)
        #expect(NetworkFileSystem.kind(of: "/srv/net/local/data", mounts: mounts) == nil)
        #expect(NetworkFileSystem.kind(of: "/mnt/my share/x", mounts: mounts) == "cifs")
        #expect(NetworkFileSystem.kind(of: "/home", mounts: "garbage") == nil)
    }
}
