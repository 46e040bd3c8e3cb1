internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func feedStates() async throws(StorageError) -> [FeedState] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM feedState ORDER BY url").map(FeedStateRow.state)
        }
    }

    /// Counts articles that were removed for their age as known: a feed may go on listing them.
    public func knownArticleIDs(among ids: [String]) async throws(StorageError) -> Set<String> {
        guard !ids.isEmpty else { return [] }
        return try await read { db in
            try String.fetchSet(
                db,
                sql: """
                    WITH asked (id) AS (SELECT value FROM json_each(?))
                    SELECT id FROM asked WHERE id IN (SELECT id FROM article)
                    UNION SELECT id FROM asked WHERE id IN (SELECT id FROM removedArticle)
                    UNION SELECT id FROM asked WHERE id IN (SELECT id FROM setAsideArticle)
                    """, arguments: [JSONColumn.text(of: ids)])
        }
    }
}
