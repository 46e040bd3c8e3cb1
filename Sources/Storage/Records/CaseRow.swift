internal import GRDB
internal import NewsModel

/// `CaseFile` <-> a row of `caseFile` and its alerts.
enum CaseRow {
    static func save(_ file: CaseFile, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO caseFile (id, companyID, family, phase, openedAt, updatedAt, closedAt, closedBy, parties)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, updatedAt = excluded.updatedAt,
                    closedAt = excluded.closedAt, closedBy = excluded.closedBy, parties = excluded.parties
                """)
        try statement.execute(arguments: [
            file.id, file.companyID, file.family, file.phase.rawValue, file.openedAt.milliseconds,
            file.updatedAt.milliseconds, file.closedAt?.milliseconds, file.closedBy,
            JSONColumn.text(of: file.parties),
        ])
        for alertID in file.alertIDs {
            let link = try db.cachedStatement(
                sql: "INSERT INTO caseAlert (caseID, alertID) VALUES (?, ?) ON CONFLICT DO NOTHING")
            try link.execute(arguments: [file.id, alertID])
        }
    }

    static func file(_ row: Row) throws -> CaseFile {
        CaseFile(
            id: row["id"], companyID: row["companyID"], family: row["family"], parties: try row.list("parties"),
            phase: EventPhase(rawValue: row["phase"]) ?? .alleged, openedAt: row.moment("openedAt"),
            updatedAt: row.moment("updatedAt"), closedAt: row.optionalMoment("closedAt"), closedBy: row["closedBy"],
            alertIDs: try JSONColumn.list(from: row["alertIDs"]))
    }
}
