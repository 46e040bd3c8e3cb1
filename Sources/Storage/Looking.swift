internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func latestAlerts(limit: Int) async throws(StorageError) -> [Alert] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT alert.json, story.articleCount, story.sources, story.firstSeenAt, story.bestSourceRank
                    FROM alert JOIN story ON story.id = storyID
                    WHERE revision = (SELECT max(revision) FROM alert AS newer WHERE newer.id = alert.id)
                    ORDER BY updatedAt DESC, alert.id LIMIT ?
                    """, arguments: [max(0, limit)]
            ).map(AlertRow.alertWithThread)
        }
    }

    public func latestArticles(limit: Int) async throws(StorageError) -> [ArticleSummary] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, storyID, seenAt, publishedAt, language, source, url, title,
                        severity, sentimentScore, decision, companies, eventTypes
                    FROM article JOIN assessment ON assessment.article = number
                    ORDER BY seenAt DESC, number DESC LIMIT ?
                    """, arguments: [max(0, limit)]
            ).map(ArticleRow.summary)
        }
    }

    public func article(id: String) async throws(StorageError) -> (article: Article, recordJSON: String)? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT article.*, unpacked(record) AS recordJSON
                    FROM article JOIN assessment ON assessment.article = number WHERE id = ?
                    """, arguments: [id]
            ).map { row in (ArticleRow.article(row), row["recordJSON"]) }
        }
    }

    public func totals() async throws(StorageError) -> StoreTotals {
        try await read { db in
            func count(_ rest: String) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM " + rest) ?? 0
            }
            var totals = StoreTotals()
            totals.articles = try count("article")
            totals.stories = try count("story")
            totals.alerts = try count("(SELECT DISTINCT id FROM alert)")
            totals.pendingNotices = try count("notice WHERE state = 'pending'")
            totals.mutedNotices = try count("notice WHERE state = 'muted'")
            totals.dueDeliveries = try count("delivery WHERE state = 'due'")
            totals.deliveredDeliveries = try count("delivery WHERE state = 'delivered'")
            totals.deadDeliveries = try count("delivery WHERE state = 'dead'")
            totals.attempts = try count("attempt")
            totals.accounts = try Self.accounts(waiting: totals.pendingNotices, db)
            return totals
        }
    }

    private static func accounts(waiting: Int, _ db: Database) throws -> DecisionAccounts {
        var accounts = DecisionAccounts()
        accounts.decided = try Ledger.count(.decided, db)
        accounts.stored = try Ledger.count(.stored, db)
        accounts.alerted = try Ledger.count(.alerted, db)
        accounts.muted = try Ledger.count(.muted, db)
        accounts.digested = try Ledger.count(.digested, db)
        accounts.waiting = waiting
        return accounts
    }

    public func notices(ofAlert alertID: String) async throws(StorageError) -> [NoticeHistory] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM notice WHERE alertID = ? ORDER BY revision, receiver, round",
                arguments: [alertID]
            ).map(NoticeRow.history)
        }
    }

    public func decision(onArticle articleID: String) async throws(StorageError) -> DecisionTrail? {
        try await read { db in
            try String.fetchOne(
                db, sql: "SELECT trail FROM assessment JOIN article ON number = article WHERE id = ?",
                arguments: [articleID]
            ).map { try JSONColumn.value(DecisionTrail.self, from: $0) }
        }
    }
}
