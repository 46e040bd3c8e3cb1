internal import GRDB
internal import NewsModel

/// `PendingNotice` <-> a row of `notice`.
enum NoticeRow {
    /// Writes a pending notice, or leaves the one that is there. Counts it as decided upon.
    static func insert(_ notice: PendingNotice, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO notice (alertID, revision, receiver, round, kind, collected, route, groupKey, dueAt, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')
                ON CONFLICT (alertID, revision, receiver, round) DO NOTHING
                """)
        try statement.execute(arguments: [
            notice.alertID, notice.revision, notice.receiver, notice.round, notice.kind.rawValue, notice.isCollected,
            notice.route, notice.groupKey, notice.dueAt.milliseconds,
        ])
        try Ledger.add(db.changesCount, to: .decided, db)
    }

    /// Ends a pending notice as sent, digested or muted; leaves one that has ended already.
    static func end(
        _ notice: PendingNotice, _ verdict: NoticeVerdict, deliveryID: String?, _ db: Database
    ) throws {
        let (state, account): (NoticeHistory.State, Ledger.Account) =
            switch verdict.action {
            case .muted: (.muted, .muted)
            case .digested: (.digested, .digested)
            case .sent, .held: (.sent, .alerted)
            }
        let statement = try db.cachedStatement(
            sql: """
                UPDATE notice SET state = ?, deliveryID = ?, muteReason = ?, decidedAt = ?,
                    verdicts = json_insert(verdicts, '$[#]', json(?))
                WHERE alertID = ? AND revision = ? AND receiver = ? AND round = ? AND state = 'pending'
                """)
        try statement.execute(arguments: [
            state.rawValue, deliveryID, state == .muted ? verdict.reason : nil, verdict.at.milliseconds,
            try JSONColumn.text(of: verdict), notice.alertID, notice.revision, notice.receiver, notice.round,
        ])
        try Ledger.add(db.changesCount, to: account, db)
    }

    /// Moves a pending notice into the group of a digest.
    static func hold(_ notice: PendingNotice, _ verdict: NoticeVerdict, groupKey: String, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE notice SET collected = 1, groupKey = ?, dueAt = ?,
                    verdicts = json_insert(verdicts, '$[#]', json(?))
                WHERE alertID = ? AND revision = ? AND receiver = ? AND round = ? AND state = 'pending'
                """)
        try statement.execute(arguments: [
            groupKey, (verdict.until ?? notice.dueAt).milliseconds, try JSONColumn.text(of: verdict), notice.alertID,
            notice.revision, notice.receiver, notice.round,
        ])
    }

    /// The columns that `pending` reads beside those of `notice` and `alert`.
    static let standing = """
        (SELECT max(newer.revision) FROM alert AS newer WHERE newer.id = notice.alertID) AS newestRevision,
        EXISTS (SELECT 1 FROM acknowledgement WHERE acknowledgement.alertID = notice.alertID) AS isAcknowledged,
        EXISTS (SELECT 1 FROM caseAlert JOIN caseFile ON caseFile.id = caseID
            WHERE caseAlert.alertID = notice.alertID AND closedAt IS NOT NULL) AS isClosed,
        EXISTS (SELECT 1 FROM notice AS told WHERE told.receiver = notice.receiver
            AND told.state IN ('sent', 'digested') AND told.alertID IN (
                SELECT notice.alertID UNION SELECT other.alertID FROM caseAlert AS other
                WHERE other.caseID IN (SELECT caseID FROM caseAlert AS own WHERE own.alertID = notice.alertID))
        ) AS wasTold
        """

    static func pending(_ row: Row) throws -> PendingAlert {
        PendingAlert(
            notice: notice(row), alert: try AlertRow.alert(row), newestRevision: row["newestRevision"],
            isAcknowledged: row["isAcknowledged"], isClosed: row["isClosed"], wasTold: row["wasTold"])
    }

    static func history(_ row: Row) throws -> NoticeHistory {
        NoticeHistory(
            notice: notice(row), state: NoticeHistory.State(rawValue: row["state"]) ?? .pending,
            verdicts: try JSONColumn.value([NoticeVerdict].self, from: row["verdicts"]), deliveryID: row["deliveryID"])
    }

    private static func notice(_ row: Row) -> PendingNotice {
        PendingNotice(
            alertID: row["alertID"], revision: row["revision"], receiver: row["receiver"], route: row["route"],
            groupKey: row["groupKey"], dueAt: row.moment("dueAt"), kind: NoticeKind(rawValue: row["kind"]) ?? .alert,
            round: row["round"], isCollected: row["collected"])
    }
}
