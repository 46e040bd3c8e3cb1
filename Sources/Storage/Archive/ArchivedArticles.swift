internal import GRDB
internal import NewsModel

extension SQLiteNewsStore: StoreArchive {
    public func articleIDs(url: String, canonicalURL: String?) async throws(StorageError) -> [String] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM (
                        SELECT id, seenAt, number FROM article WHERE canonicalURL IN (?1, ?2)
                        UNION SELECT id, seenAt, number FROM article WHERE url = ?1 AND url IS NOT canonicalURL
                    ) ORDER BY seenAt DESC, number DESC
                    """, arguments: [url, canonicalURL ?? url])
        }
    }

    public func wasRemoved(articleID: String) async throws(StorageError) -> Bool {
        try await read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM removedArticle WHERE id = ?)", arguments: [articleID]) ?? false
        }
    }

    public func archived(articleID: String) async throws(StorageError) -> ArchivedArticle? {
        try await read { db in
            try Row.fetchOne(db, sql: "\(ArchiveStatement.articles) WHERE article.id = ?", arguments: [articleID])
                .map(ArticleRow.archived)
        }
    }

    public func articles(
        _ query: ArchiveQuery, after cursor: ArchiveCursor?
    ) async throws(StorageError) -> ArchivePage {
        let statement = ArchiveStatement(query, after: cursor)
        return try await read { db in
            let rows = try Row.fetchAll(db, sql: statement.found, arguments: statement.foundArguments)
            let last = try Row.fetchOne(db, sql: statement.end, arguments: statement.endArguments)
            return ArchivePage(
                articles: try rows.map(ArticleRow.archived),
                next: last.map { ArchiveCursor(moment: $0["seenAt"], row: $0["place"]) })
        }
    }
}
