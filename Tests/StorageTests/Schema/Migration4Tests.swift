import Foundation
import GRDB
import NewsModel
import TestSupport
import Testing

@testable import Storage

/// A file of the first schema, with notices in every state, becomes one of today's.
struct Migration4Tests {
    @Test func noticesKeepTheirStateAndTheAccountsAreFilled() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try await OlderFile.make(in: folder, upTo: "1 articles, stories, alerts, outbox") { db in try Self.fill(db) }
        let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        let accounts = try await store.totals().accounts
        #expect(accounts.stored == 1 && accounts.alerted == 1 && accounts.muted == 1 && accounts.waiting == 1)
        #expect(accounts.decided == 4 && accounts.isBalanced)
        let pending = try await store.pending(in: NoticeGroup(receiver: "p", groupKey: "g"))
        #expect(pending.map(\.notice.name) == ["al1@1"])
        #expect(pending.first?.notice.kind == .alert && pending.first?.alert.isResolved == false)
        #expect(try await store.notices(ofAlert: "al1").map(\.state) == [.muted, .pending, .sent])
        try await store.close()
    }

    private static func fill(_ db: Database) throws {
        for story in ["s1", "s2"] {
            try db.execute(
                sql: "INSERT INTO story VALUES (?, 'a1', 1, 5, 0, 0, '[]')", arguments: [story])
        }
        for (id, story) in [("a1", "s1"), ("a2", "s2")] {
            try db.execute(
                sql: "INSERT INTO article VALUES (?, ?, 0, NULL, 'ko', NULL, 5, NULL, NULL, NULL, NULL, 0, '', '')",
                arguments: [id, story])
        }
        try AlertRow.insert(Sample.alert(), db)
        try db.execute(
            sql: "INSERT INTO delivery VALUES ('d1', 's', 'delivered', 1, 0, 0, 'x', NULL, '[]', x'00')")
        for (receiver, state, delivery) in [("p", "pending", nil), ("s", "sent", "d1"), ("m", "muted", nil)] {
            try db.execute(
                sql: "INSERT INTO notice VALUES ('al1', 1, ?, 'root', 'g', 0, ?, NULL, NULL, ?)",
                arguments: [receiver, state, delivery])
        }
    }
}
