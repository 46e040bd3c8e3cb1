internal import GRDB
internal import NewsModel

extension SQLiteNewsStore: StoreArchive {
    /// Rows looked at in one transaction.
    private static let slice = 2000

    public func articleIDs(url: String, canonicalURL: String?) async throws(StorageError) -> [String] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM article WHERE url = ? OR canonicalURL = ? ORDER BY seenAt DESC, rowid DESC",
                arguments: [url, canonicalURL ?? url])
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
        let statement = ArchiveStatement(query, after: cursor, slice: Self.slice)
        return try await read { db in
            let rows = try Row.fetchAll(db, sql: statement.found, arguments: statement.foundArguments)
            let last = try Row.fetchOne(db, sql: statement.end, arguments: statement.endArguments)
            return ArchivePage(
                articles: try rows.map(ArticleRow.archived),
                next: last.map { ArchiveCursor(moment: $0["seenAt"], row: $0["place"]) })
        }
    }
}

/// The statement of one page: a slice of the time index, and of it what answers the query.
///
/// The slice comes first, so that a query that few articles answer looks at no more rows in one transaction.
struct ArchiveStatement {
    static let articles = """
        SELECT article.*, recordJSON, decision, severity, sentimentScore, companies, eventTypes,
            coalesce(joinReason, '') AS joinReason, origin
        FROM article JOIN assessment ON assessment.articleID = article.id
        LEFT JOIN articleTrail ON articleTrail.articleID = article.id
        """

    let found: String
    let foundArguments: StatementArguments
    /// The last row of the slice, where it is full.
    let end: String
    let endArguments: StatementArguments

    init(_ query: ArchiveQuery, after cursor: ArchiveCursor?, slice: Int) {
        var bounds = ["seenAt >= ?", "seenAt < ?"]
        var arguments: StatementArguments = [
            query.since?.milliseconds ?? .min, query.until?.milliseconds ?? .max,
        ]
        let order = query.newestFirst ? "seenAt DESC, rowid DESC" : "seenAt, rowid"
        if let cursor {
            bounds.append("(seenAt, rowid) \(query.newestFirst ? "<" : ">") (?, ?)")
            arguments += [cursor.moment, cursor.row]
        }
        let inside = "FROM article WHERE \(bounds.joined(separator: " AND ")) ORDER BY \(order)"
        end = "SELECT seenAt, rowid AS place \(inside) LIMIT 1 OFFSET \(slice - 1)"
        endArguments = arguments
        let conditions = Self.conditions(query)
        let clause = conditions.map { " AND \($0.sql)" }.joined()
        found = """
            \(Self.articles)
            WHERE article.rowid IN (SELECT rowid \(inside) LIMIT \(slice))\(clause)
            ORDER BY article.seenAt \(query.newestFirst ? "DESC" : ""), article.rowid \(query.newestFirst ? "DESC" : "")
            """
        foundArguments = conditions.reduce(arguments) { $0 + $1.arguments }
    }

    private static func conditions(_ query: ArchiveQuery) -> [(sql: String, arguments: StatementArguments)] {
        var conditions: [(sql: String, arguments: StatementArguments)] = query.words.map { word in
            let pattern = "%\(escaped(word))%"
            return (#"(title LIKE ? ESCAPE '\' OR body LIKE ? ESCAPE '\')"#, [pattern, pattern])
        }
        if let company = query.company {
            conditions.append(
                (
                    """
                    EXISTS (SELECT 1 FROM json_each(recordJSON, '$.companies') AS c
                        WHERE c.value ->> '$.id' = ? OR c.value ->> '$.name' = ?)
                    """, [company, company]
                ))
        }
        if let type = query.type {
            let isGroup = type.hasSuffix("*")
            let pattern = isGroup ? escaped(String(type.dropLast())) + "%" : escaped(type)
            conditions.append(
                (#"EXISTS (SELECT 1 FROM json_each(eventTypes) WHERE value LIKE ? ESCAPE '\')"#, [pattern]))
        }
        if query.minimumSeverity > 0 { conditions.append(("severity >= ?", [query.minimumSeverity])) }
        return conditions
    }

    /// A text in which LIKE sees no wildcard.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
