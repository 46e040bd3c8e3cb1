import NewsModel
import Storage
import TestSupport
import Testing

struct ReadOnlyTests {
    @Test func looksBesideAWriter() async throws {
        try await withStore { (store, folder) async throws in
            try await store.commit([Sample.stored()], feed: nil)
            let reader = try SQLiteNewsStore.openReadOnly(folder: folder.path)
            #expect(try await reader.totals().articles == 1)
            try await store.commit([Sample.stored("a2")], feed: nil)
            #expect(try await reader.totals().articles == 2)
            try await reader.close()
            try await store.commit([Sample.stored("a3")], feed: nil)
        }
    }

    @Test func looksWithoutAWriter() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        try await store.commit([Sample.stored()], feed: nil)
        try await store.close()
        let reader = try SQLiteNewsStore.openReadOnly(folder: folder.path)
        #expect(try await reader.latestArticles(limit: 3).count == 1)
        try await reader.close()
    }

    @Test func refusesToWrite() async throws {
        try await withStore { (_, folder) async throws in
            let reader = try SQLiteNewsStore.openReadOnly(folder: folder.path)
            let error = await #expect(throws: StorageError.self) { try await reader.save(FeedState(url: "u")) }
            #expect(error?.message == "\(folder.path)/newsward.sqlite is opened for reading only.")
            try await reader.close()
        }
    }

    @Test func needsADatabase() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let error = #expect(throws: StorageError.self) { try SQLiteNewsStore.openReadOnly(folder: folder.path) }
        #expect(error?.code == .cannotOpen)
        #expect(
            error?.message == "There is no database at \(folder.path)/newsward.sqlite. "
                + "Start `newsward run` or `newsward poll` once to make it.")
    }
}
