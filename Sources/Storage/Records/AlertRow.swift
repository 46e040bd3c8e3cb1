internal import GRDB
internal import NewsModel

/// `Alert` <-> a row of `alert`, one a revision.
enum AlertRow {
    /// Writes the revision, or leaves the one that is there: what was decided once stays as it was.
    static func insert(_ alert: Alert, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO alert (id, revision, storyID, companyID, rule, severity, createdAt, updatedAt, json)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id, revision) DO NOTHING
                """)
        try statement.execute(arguments: [
            alert.id, alert.revision, alert.storyID, alert.company.id, alert.rule, alert.severity,
            alert.createdAt.milliseconds, alert.updatedAt.milliseconds, try JSONColumn.text(of: AlertWire(alert)),
        ])
    }

    /// The alert with its story as it stands now: articles that told nothing new have joined it since.
    static func alertWithThread(_ row: Row) throws -> Alert {
        var alert = try alert(row)
        alert.articleCount = row["articleCount"]
        alert.sources = try row.list("sources")
        alert.firstSeenAt = row.moment("firstSeenAt")
        alert.bestSourceRank = row["bestSourceRank"]
        return alert
    }

    static func alert(_ row: Row) throws -> Alert {
        try JSONColumn.value(AlertWire.self, from: row["json"]).alert
    }
}
