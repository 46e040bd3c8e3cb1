internal import GRDB
internal import NewsModel

/// `FeedState` <-> a row of `feedState`.
enum FeedStateRow {
    /// Writes all but the article count, which only `commit` moves on.
    static func save(_ state: FeedState, newArticles: Int, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO feedState (url, checkedAt, succeededAt, nextCheckAt, etag, lastModified, bodyHash,
                    errorCount, lastError, disabledReason, title, articleCount, cursor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET checkedAt = excluded.checkedAt, succeededAt = excluded.succeededAt,
                    nextCheckAt = excluded.nextCheckAt, etag = excluded.etag, lastModified = excluded.lastModified,
                    bodyHash = excluded.bodyHash, errorCount = excluded.errorCount, lastError = excluded.lastError,
                    disabledReason = excluded.disabledReason, title = excluded.title, cursor = excluded.cursor,
                    articleCount = articleCount + ?
                """)
        try statement.execute(arguments: [
            state.url, state.checkedAt?.milliseconds, state.succeededAt?.milliseconds, state.nextCheckAt?.milliseconds,
            state.etag, state.lastModified, state.bodyHash, state.errorCount, state.lastError, state.disabledReason,
            state.title, state.articleCount + newArticles, state.cursor, newArticles,
        ])
    }

    static func state(_ row: Row) -> FeedState {
        var state = FeedState(
            url: row["url"], checkedAt: row.optionalMoment("checkedAt"), succeededAt: row.optionalMoment("succeededAt"),
            nextCheckAt: row.optionalMoment("nextCheckAt"), etag: row["etag"], lastModified: row["lastModified"],
            bodyHash: row["bodyHash"], errorCount: row["errorCount"], lastError: row["lastError"],
            disabledReason: row["disabledReason"], title: row["title"], articleCount: row["articleCount"])
        state.cursor = row["cursor"]
        return state
    }
}
