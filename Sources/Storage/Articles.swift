internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func commit(_ polls: [StoredPoll]) async throws(StorageError) {
        try await write { db in
            for poll in polls { try Self.save(poll, db) }
        }
    }

    private static func save(_ poll: StoredPoll, _ db: Database) throws {
        var newArticles = 0
        for stored in poll.articles where try !ArticleRow.isKnown(stored.article.id, db) {
            try insert(stored, db)
            newArticles += 1
        }
        // For a feed that is new to the store the article count is taken from the state.
        if let feed = poll.feed { try FeedStateRow.save(feed, newArticles: newArticles, db) }
    }

    private static func insert(_ stored: StoredArticle, _ db: Database) throws {
        try StoryRow.save(stored.story, db)
        try ArticleRow.insert(stored, db)
        try StoryRow.insert(stored.member, db)
        for alert in stored.alerts { try AlertRow.insert(alert, db) }
        for notice in stored.notices { try NoticeRow.insert(notice, db) }
    }

    public func storyMembers(since moment: Timestamp) async throws(StorageError) -> [StoryMember] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM storyMember WHERE seenAt >= ? ORDER BY seenAt, rowid",
                arguments: [moment.milliseconds]
            ).map(StoryRow.member)
        }
    }

    public func stories(ids: [String]) async throws(StorageError) -> [Story] {
        guard !ids.isEmpty else { return [] }
        return try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM story WHERE id IN (SELECT value FROM json_each(?)) ORDER BY firstSeenAt, id",
                arguments: [JSONColumn.text(of: ids)]
            ).map(StoryRow.story)
        }
    }

    public func alerts(ofStory storyID: String) async throws(StorageError) -> [Alert] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT json FROM alert WHERE storyID = ?
                    AND revision = (SELECT max(revision) FROM alert AS newer WHERE newer.id = alert.id)
                    ORDER BY createdAt, id
                    """, arguments: [storyID]
            ).map(AlertRow.alert)
        }
    }
}
