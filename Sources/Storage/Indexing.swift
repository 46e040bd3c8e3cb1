internal import GRDB

extension SQLiteNewsStore {
    public func indexArticles(limit: Int) async throws(StorageError) -> Int {
        try await write { db in
            let first = try Int64.fetchOne(db, sql: "SELECT last FROM articleIndexEnd") ?? 0
            let last = try Int64.fetchOne(
                db,
                sql: "SELECT max(number) FROM (SELECT number FROM article WHERE number > ? ORDER BY number LIMIT ?)",
                arguments: [first, limit])
            guard let last else { return 0 }
            try db.execute(
                sql: """
                    INSERT INTO articleIndex (rowid, title, body)
                    SELECT number, title, body FROM article WHERE number > ? AND number <= ?
                    """, arguments: [first, last])
            let count = db.changesCount
            try db.execute(sql: "UPDATE articleIndexEnd SET last = ?", arguments: [last])
            return count
        }
    }
}

/// The index of words, where articles go.
enum ArticleIndex {
    /// Removes the articles last seen before a moment, in milliseconds since 1970, from their table and from the index.
    /// Returns how many.
    static func removeArticles(before cut: Int64, _ db: Database) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO articleIndex (articleIndex, rowid, title, body)
                SELECT 'delete', number, title, body FROM article
                WHERE seenAt < ? AND number <= (SELECT last FROM articleIndexEnd)
                """, arguments: [cut])
        try db.execute(sql: "DELETE FROM article WHERE seenAt < ?", arguments: [cut])
        let removed = db.changesCount
        // SQLite numbers new rows from the highest that is left.
        try db.execute(
            sql: "UPDATE articleIndexEnd SET last = min(last, coalesce((SELECT max(number) FROM article), 0))")
        return removed
    }
}
