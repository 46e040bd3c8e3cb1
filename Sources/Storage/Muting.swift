internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func add(_ silence: StoredSilence) async throws(StorageError) {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO silence (id, matchers, startsAt, endsAt, why, createdAt) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """,
                arguments: [
                    silence.id, JSONColumn.text(of: silence.matchers), silence.startsAt.milliseconds,
                    silence.endsAt.milliseconds, silence.why, silence.createdAt.milliseconds,
                ])
        }
    }

    public func silences(endingAfter moment: Timestamp) async throws(StorageError) -> [StoredSilence] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM silence WHERE endsAt > ? ORDER BY endsAt, id", arguments: [moment.milliseconds]
            ).map { row in
                StoredSilence(
                    id: row["id"], matchers: try row.list("matchers"), startsAt: row.moment("startsAt"),
                    endsAt: row.moment("endsAt"), why: row["why"], createdAt: row.moment("createdAt"))
            }
        }
    }

    public func expireSilence(id: String, at moment: Timestamp) async throws(StorageError) -> Bool {
        try await write { db in
            try db.execute(
                sql: "UPDATE silence SET endsAt = ? WHERE id = ? AND endsAt > ?",
                arguments: [moment.milliseconds, id, moment.milliseconds])
            return db.changesCount > 0
        }
    }

    public func openAlerts(
        since moment: Timestamp, ofCompanies companyIDs: Set<String>?, limit: Int
    ) async throws(StorageError) -> [Alert] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT json FROM alert
                    WHERE updatedAt >= ? AND revision = (SELECT max(revision) FROM alert AS newer WHERE newer.id = alert.id)
                    AND (? IS NULL OR companyID IN (SELECT value FROM json_each(?)))
                    AND NOT EXISTS (SELECT 1 FROM caseAlert JOIN caseFile ON caseFile.id = caseID
                        WHERE caseAlert.alertID = alert.id AND closedAt IS NOT NULL)
                    ORDER BY updatedAt DESC, id LIMIT ?
                    """,
                arguments: [
                    moment.milliseconds, companyIDs == nil ? nil : 1,
                    JSONColumn.text(of: (companyIDs ?? []).sorted()), max(0, limit),
                ]
            ).map(AlertRow.alert)
        }
    }

    public func deliveryTimes(
        to receiver: String, since moment: Timestamp
    ) async throws(StorageError) -> [Timestamp] {
        try await read { db in
            try Int64.fetchAll(
                db, sql: "SELECT createdAt FROM delivery WHERE receiver = ? AND createdAt > ? ORDER BY createdAt",
                arguments: [receiver, moment.milliseconds]
            ).map(Timestamp.init(milliseconds:))
        }
    }
}
