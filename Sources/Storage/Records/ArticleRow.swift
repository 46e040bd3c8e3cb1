import Foundation
internal import GRDB
internal import NewsModel

/// `Article` and its `ScoredRecord` <-> rows of `article` and `assessment`.
enum ArticleRow {
    /// True where the article is stored, or was and has been removed for its age.
    static func isKnown(_ id: String, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM article WHERE id = ?) OR EXISTS (SELECT 1 FROM removedArticle WHERE id = ?)
                """)
        return try Bool.fetchOne(statement, arguments: [id, id]) ?? false
    }

    /// Returns the article's number.
    static func insert(_ stored: StoredArticle, _ db: Database) throws -> Int64 {
        let article = stored.article
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO article (id, storyID, seenAt, publishedAt, language, source, sourceRank, feedURL, url,
                    canonicalURL, author, bodyIsExtracted, entryHash, title, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            article.id, stored.story.id, article.seenAt.milliseconds, article.publishedAt?.milliseconds,
            article.language.rawValue, article.source, article.sourceRank, article.feedURL, article.url,
            article.canonicalURL, article.author, article.bodyIsExtracted,
            stored.changedFrom == nil ? stored.entryHash : nil, article.title, article.body,
        ])
        let number = db.lastInsertedRowID
        try insertAssessment(stored, article: number, db)
        if let changed = stored.changedFrom, let hash = stored.entryHash { try note(hash, ofEntry: changed, db) }
        return number
    }

    /// The newest text of an entry belongs to the article that it brought first.
    private static func note(_ hash: String, ofEntry articleID: String, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE article SET entryHash = ?, entryChanges = entryChanges + 1 WHERE id = ?")
        try statement.execute(arguments: [hash, articleID])
    }

    private static func insertAssessment(_ stored: StoredArticle, article number: Int64, _ db: Database) throws {
        let record = stored.record
        let subjects = record.companies.filter { $0.role == .subject }.map(\.company.name)
        let types = Set(record.events.map(\.type)).sorted().map(\.rawValue)
        var json = JSONWriter()
        record.write(to: &json)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO assessment (article, severity, sentimentScore, companies, eventTypes, decision, trail,
                    joinReason, origin, record)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, packed(?))
                """)
        // SQLite stores NaN as NULL, which the column refuses.
        let score = record.sentiment.score.isNaN ? 0 : record.sentiment.score
        try statement.execute(arguments: [
            number, record.severity, score, JSONColumn.text(of: subjects), JSONColumn.text(of: types), stored.decision,
            TrailJSON.text(of: stored.trail), stored.joinReason, stored.article.origin.map(TrailJSON.text),
            Data(json.bytes),
        ])
    }

    static func archived(_ row: Row) throws -> ArchivedArticle {
        let origin = try (row["origin"] as String?).map { try JSONColumn.value(ArticleOrigin.self, from: $0) }
        return ArchivedArticle(
            article: article(row, origin: origin), storyID: row["storyID"], recordJSON: row["recordJSON"],
            decision: row["decision"], joinReason: row["joinReason"], severity: row["severity"],
            sentimentScore: row["sentimentScore"], companies: try row.list("companies"),
            eventTypes: try row.list("eventTypes"))
    }

    static func article(_ row: Row, origin: ArticleOrigin? = nil) -> Article {
        Article(
            id: row["id"], feedURL: row["feedURL"], source: row["source"], sourceRank: row["sourceRank"],
            url: row["url"], canonicalURL: row["canonicalURL"], title: row["title"], body: row["body"],
            bodyIsExtracted: row["bodyIsExtracted"], language: Language(rawValue: row["language"]) ?? .undetermined,
            author: row["author"], publishedAt: row.optionalMoment("publishedAt"), seenAt: row.moment("seenAt"),
            origin: origin)
    }

    static func summary(_ row: Row) throws -> ArticleSummary {
        ArticleSummary(
            id: row["id"], title: row["title"], url: row["url"], source: row["source"],
            language: Language(rawValue: row["language"]) ?? .undetermined,
            publishedAt: row.optionalMoment("publishedAt"), seenAt: row.moment("seenAt"), storyID: row["storyID"],
            severity: row["severity"], sentimentScore: row["sentimentScore"], companies: try row.list("companies"),
            eventTypes: try row.list("eventTypes"), decision: row["decision"])
    }
}
