import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Storage

/// Opening, locking, modes, and what happens after a stop that was not clean.
struct OpeningTests {
    @Test func createsFolderAndFileForTheOwnerOnly() async throws {
        let base = try TemporaryFolder()
        defer { base.remove() }
        let folder = base.path + "/deep/data"
        let store = try SQLiteNewsStore.open(folder: folder, logger: Sample.logger)
        try await store.save(FeedState(url: "u"))
        #expect(try mode(folder) == 0o700)
        for name in ["newsward.sqlite", "newsward.sqlite-wal", "newsward.sqlite-shm", "lock"] {
            #expect(try mode(folder + "/" + name) == 0o600, "\(name)")
        }
        try await store.close()
        #expect(!DatabaseFile(folder: folder).hasLeftovers)
    }

    @Test func writerAndReadersHaveTheirSettings() async throws {
        try await withStore { (store, _) async throws in
            let writer = try await store.settings(ofWriter: true)
            #expect(writer["journal_mode"] == "wal")
            #expect(writer["synchronous"] == "2")
            #expect(writer["foreign_keys"] == "1")
            #expect(writer["trusted_schema"] == "0")
            #expect(writer["cell_size_check"] == "1")
            #expect(writer["busy_timeout"] == "5000")
            #expect(writer["journal_size_limit"] == "67108864")
            #expect(writer["application_id"] == "1314346820")
            let reader = try await store.settings(ofWriter: false)
            #expect(reader["query_only"] == "1")
            #expect(reader["wal_autocheckpoint"] == "0")
            #expect(reader["trusted_schema"] == "0")
        }
    }

    @Test func aSecondOwnerIsRefusedByName() async throws {
        try await withStore { (_, folder) async throws in
            let expected =
                "Another newsward (process \(ProcessInfo.processInfo.processIdentifier)) uses the data folder "
                + "\(folder.path). Stop it first, or name another folder."
            let error = #expect(throws: StorageError.self) {
                try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
            }
            #expect(error?.code == .inUse)
            #expect(error?.isTransient == true)
            #expect(error?.message == expected)
        }
    }

    @Test func theLockGoesWithTheStore() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try await SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger).close()
        try await SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger).close()
    }

    @Test func whatWasCommittedIsThereAfterAStopWithoutClose() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let first = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        try await first.commit([Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])], feed: nil)
        // What a killed process leaves behind: the file and its log, copied while the owner still has them open.
        let copy = try TemporaryFolder()
        defer { copy.remove() }
        for name in ["newsward.sqlite", "newsward.sqlite-wal"] {
            try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: copy.path + "/" + name)
        }
        #expect(DatabaseFile(folder: copy.path).hasLeftovers)
        let second = try SQLiteNewsStore.open(folder: copy.path, logger: Sample.logger)
        #expect(try await second.totals().pendingNotices == 1)
        #expect(try await second.article(id: "a1") != nil)
        try await second.close()
        #expect(!DatabaseFile(folder: copy.path).hasLeftovers)
        try await first.close()
    }

    @Test func groupStateOutlivesARestart() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let first = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        try await first.commit([Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])], feed: nil)
        try await first.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
        let next = Sample.stored("a2", alerts: [Sample.alert(revision: 2)], notices: [Sample.notice(revision: 2)])
        try await first.commit([next], feed: nil)
        try await first.close()
        let second = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        let group = NoticeGroup(receiver: "team", groupKey: "g", lastFlushedAt: Sample.noon)
        #expect(try await second.dueGroups(at: Sample.noon) == [group])
        #expect(try await second.dueDeliveries(to: "team", at: Sample.noon, limit: 9) == [Sample.delivery()])
        try await second.close()
    }

    @Test func aClosedStoreSaysSo() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        try await store.close()
        await #expect(throws: StorageError.self) { try await store.save(FeedState(url: "u")) }
        await #expect(throws: StorageError.self) { try await store.totals() }
    }

    @Test func writesAreNotLostToACancelledTask() async throws {
        try await withStore { (store, _) async throws in
            let task = Task {
                // Ends at once when the task is cancelled.
                try? await Task.sleep(for: .seconds(3600))
                try await store.save(FeedState(url: "u"))
                return try await store.feedStates().count
            }
            task.cancel()
            #expect(try await task.value == 1)
        }
    }
}

func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
}
