internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func setAside(_ article: SetAsideArticle) async throws(StorageError) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO setAsideArticle (id, feedURL, name, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [article.id, article.feedURL, article.name, article.at.milliseconds])
        }
    }

    public func setAsideArticles() async throws(StorageError) -> [SetAsideArticle] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM setAsideArticle ORDER BY at, id").map(Self.article)
        }
    }

    public func release(articleID: String) async throws(StorageError) -> SetAsideArticle? {
        try await write { db in
            try Row.fetchOne(db, sql: "DELETE FROM setAsideArticle WHERE id = ? RETURNING *", arguments: [articleID])
                .map(Self.article)
        }
    }

    private static func article(_ row: Row) -> SetAsideArticle {
        SetAsideArticle(id: row["id"], feedURL: row["feedURL"], name: row["name"], at: row.moment("at"))
    }
}
