internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func openCases(of companyIDs: [String]) async throws(StorageError) -> [CaseFile] {
        guard !companyIDs.isEmpty else { return [] }
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT *, (SELECT json_group_array(alertID) FROM caseAlert WHERE caseID = caseFile.id) AS alertIDs
                    FROM caseFile WHERE closedAt IS NULL AND companyID IN (SELECT value FROM json_each(?))
                    ORDER BY openedAt, id
                    """, arguments: [JSONColumn.text(of: companyIDs)]
            ).map(CaseRow.file)
        }
    }

    /// Those whose notice was muted are not among them: they never heard of it.
    public func listeners(ofAlerts alertIDs: [String]) async throws(StorageError) -> [CaseListener] {
        guard !alertIDs.isEmpty else { return [] }
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT receiver, max(route) AS route FROM notice
                    WHERE alertID IN (SELECT value FROM json_each(?)) AND state <> 'muted' AND kind = 'alert'
                    GROUP BY receiver ORDER BY receiver
                    """, arguments: [JSONColumn.text(of: alertIDs)]
            ).map { CaseListener(receiver: $0["receiver"], route: $0["route"]) }
        }
    }

    public func acknowledge(alertID: String, at moment: Timestamp) async throws(StorageError) -> Bool {
        try await write { db in
            let isKnown = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM alert WHERE id = ?)", arguments: [alertID])
            guard isKnown == true else { return false }
            try db.execute(
                sql: "INSERT INTO acknowledgement (alertID, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [alertID, moment.milliseconds])
            return true
        }
    }
}
