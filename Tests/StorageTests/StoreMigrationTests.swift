import Foundation
import GRDB
import NewsModel
import TestSupport
import Testing

@testable import Storage

/// A data folder of an older version, or a backup, becomes a new data folder; the old one stays as it is.
struct StoreMigrationTests {
    private func withFolders(_ test: (_ old: TemporaryFolder, _ new: String) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let parent = try TemporaryFolder()
        defer {
            folder.remove()
            parent.remove()
        }
        try await test(folder, parent.path + "/new")
    }

    @Test func anOlderFolderIsTakenOverAndLeftAsItIs() async throws {
        try await withFolders { old, new in
            try await OlderFile.make(in: old, upTo: Migration7.name) { db in
                try OlderFile.insert(Sample.stored("a1"), db)
                try OlderFile.insert(Sample.stored("a2"), db)
            }
            let before = try Data(contentsOf: URL(fileURLWithPath: old.path + "/newsward.sqlite"))
            let counts = try StoreMigration.run(from: old.path, to: new)
            #expect(counts["article"] == 2 && counts["story"] == 1 && counts["delivery"] == 0)
            #expect(try Data(contentsOf: URL(fileURLWithPath: old.path + "/newsward.sqlite")) == before)
            let store = try SQLiteNewsStore.open(folder: new, logger: Sample.logger)
            #expect(try await Set(store.latestArticles(limit: 9).map(\.id)) == ["a1", "a2"])
            #expect(try await store.settings(ofWriter: true)["journal_mode"] == "wal")
            try await store.close()
        }
    }

    @Test func aBackupIsTakenOver() async throws {
        try await withFolders { old, new in
            let store = try SQLiteNewsStore.open(folder: old.path, logger: Sample.logger)
            try await store.commit([Sample.stored("a1")], feed: nil)
            try await store.backup(to: old.path + "/copy.sqlite")
            try await store.close()
            #expect(try StoreMigration.run(from: old.path + "/copy.sqlite", to: new)["article"] == 1)
        }
    }

    @Test func whatIsInTheWayIsNamedAndNothingIsMade() async throws {
        try await withFolders { old, new in
            func refusal(_ source: String, _ target: String = new) -> StorageError? {
                #expect(throws: StorageError.self) { try StoreMigration.run(from: source, to: target) }
            }
            #expect(refusal(old.path)?.message == "There is no database at \(old.path)/newsward.sqlite.")
            let store = try SQLiteNewsStore.open(folder: old.path, logger: Sample.logger)
            #expect(refusal(old.path)?.code == .inUse)
            try await store.close()
            try Data("no database at all, but long enough to be looked at".utf8)
                .write(to: URL(fileURLWithPath: old.path + "/text"))
            #expect(refusal(old.path + "/text")?.code == .corrupt)
            #expect(!DatabaseFile(folder: new).exists)
            _ = try StoreMigration.run(from: old.path, to: new)
            #expect(
                refusal(old.path)?.message == "\(new)/newsward.sqlite is there already; migrate overwrites nothing.")
        }
    }

    @Test func aNewerFileIsRefused() async throws {
        try await withFolders { old, new in
            let store = try SQLiteNewsStore.open(folder: old.path, logger: Sample.logger)
            try await store.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 tomorrow')") }
            try await store.close()
            let error = #expect(throws: StorageError.self) { try StoreMigration.run(from: old.path, to: new) }
            #expect(error?.code == .newerSchema)
        }
    }
}
