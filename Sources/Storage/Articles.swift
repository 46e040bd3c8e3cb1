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
        var silent = 0
        for stored in poll.articles where try !ArticleRow.isKnown(stored.article.id, db) {
            try insert(stored, db)
            newArticles += 1
            if stored.notices.isEmpty { silent += 1 }
        }
        try Ledger.add(silent, to: .decided, db)
        try Ledger.add(silent, to: .stored, db)
        // For a feed that is new to the store the article count is taken from the state.
        if let feed = poll.feed { try FeedStateRow.save(feed, newArticles: newArticles, db) }
    }

    private static func insert(_ stored: StoredArticle, _ db: Database) throws {
        try StoryRow.save(stored.story, db)
        let number = try ArticleRow.insert(stored, db)
        try StoryRow.insert(stored.member, article: number, db)
        try insertCoverage(stored, article: number, db)
        for alert in stored.alerts { try AlertRow.insert(alert, db) }
        for file in stored.cases { try CaseRow.save(file, db) }
        for notice in stored.notices { try NoticeRow.insert(notice, db) }
    }

    private static func insertCoverage(_ stored: StoredArticle, article number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO coverage (article, companyID, riskShare) VALUES (?, ?, ?)")
        for (company, share) in stored.riskShares { try statement.execute(arguments: [number, company, share]) }
    }

    public func entryTexts(of articleIDs: [String]) async throws(StorageError) -> [String: EntryText] {
        guard !articleIDs.isEmpty else { return [:] }
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, entryHash, entryChanges FROM article
                    WHERE id IN (SELECT value FROM json_each(?)) AND entryHash IS NOT NULL
                    """, arguments: [JSONColumn.text(of: articleIDs)])
            return Dictionary(
                uniqueKeysWithValues: rows.map {
                    ($0["id"], EntryText(hash: $0["entryHash"], changes: $0["entryChanges"]))
                })
        }
    }

    public func entryCounts(ofFeed url: String, hashes: [String]) async throws(StorageError) -> [String: Int] {
        guard !hashes.isEmpty else { return [:] }
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT entryHash, count(*) AS count FROM article
                    WHERE entryHash IN (SELECT value FROM json_each(?)) AND feedURL = ? GROUP BY entryHash
                    """, arguments: [JSONColumn.text(of: hashes), url])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["entryHash"], $0["count"]) })
        }
    }

    public func story(ofArticle articleID: String) async throws(StorageError) -> Story? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT story.* FROM story JOIN article ON storyID = story.id WHERE article.id = ?",
                arguments: [articleID]
            ).map(StoryRow.story)
        }
    }

    public func articles(ids: [String]) async throws(StorageError) -> [Article] {
        guard !ids.isEmpty else { return [] }
        return try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM article WHERE id IN (SELECT value FROM json_each(?))",
                arguments: [JSONColumn.text(of: ids)]
            ).map { ArticleRow.article($0) }
        }
    }

    public func coverage(
        since moment: Timestamp, after place: StorePlace?, limit: Int
    ) async throws(StorageError) -> StorePage<CoverageShare> {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT page.*, companyID, riskShare FROM (
                        SELECT number, storyID, seenAt FROM article WHERE seenAt >= ? AND (seenAt, number) > (?, ?)
                        ORDER BY seenAt, number LIMIT ?
                    ) AS page LEFT JOIN coverage ON coverage.article = number ORDER BY seenAt, number
                    """, arguments: StorePlace.arguments(since: moment, after: place, limit: limit))
            var shares: [CoverageShare] = []
            var last: Int64?
            for row in rows {
                if row["number"] != last {
                    last = row["number"]
                    shares.append(
                        CoverageShare(storyID: row["storyID"], seenAt: row.moment("seenAt"), riskShares: [:]))
                }
                guard let company = row["companyID"] as String? else { continue }
                shares[shares.count - 1].riskShares[company] = row["riskShare"]
            }
            return StorePage(items: shares, next: shares.count < limit ? nil : rows.last.map(StorePlace.init))
        }
    }

    public func storyMembers(
        since moment: Timestamp, after place: StorePlace?, limit: Int
    ) async throws(StorageError) -> StorePage<StoryMember> {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT number, id, storyID, seenAt, canonicalURL, companyIDs, eventKeys, fingerprint
                    FROM article JOIN storyMember ON storyMember.article = number
                    WHERE seenAt >= ? AND (seenAt, number) > (?, ?) ORDER BY seenAt, number LIMIT ?
                    """, arguments: StorePlace.arguments(since: moment, after: place, limit: limit))
            let next = rows.count < limit ? nil : rows.last.map(StorePlace.init)
            return StorePage(items: try rows.map(StoryRow.member), next: next)
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
