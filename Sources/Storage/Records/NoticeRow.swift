internal import GRDB
internal import NewsModel

/// `PendingNotice` <-> a row of `notice`.
enum NoticeRow {
    static func insert(_ notice: PendingNotice, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO notice (alertID, revision, receiver, route, groupKey, dueAt, state)
                VALUES (?, ?, ?, ?, ?, ?, 'pending')
                ON CONFLICT (alertID, revision, receiver) DO NOTHING
                """)
        try statement.execute(arguments: [
            notice.alertID, notice.revision, notice.receiver, notice.route, notice.groupKey, notice.dueAt.milliseconds,
        ])
    }

    /// Marks a pending notice as sent with a delivery, or as muted for a reason; leaves one that is decided already.
    static func decide(
        _ notice: PendingNotice, state: String, deliveryID: String?, reason: String?, at moment: Timestamp,
        _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE notice SET state = ?, deliveryID = ?, muteReason = ?, decidedAt = ?
                WHERE alertID = ? AND revision = ? AND receiver = ? AND state = 'pending'
                """)
        try statement.execute(arguments: [
            state, deliveryID, reason, moment.milliseconds, notice.alertID, notice.revision, notice.receiver,
        ])
    }

    static func pending(_ row: Row) throws -> PendingAlert {
        PendingAlert(notice: notice(row), alert: try AlertRow.alert(row))
    }

    static func archived(_ row: Row) -> ArchivedNotice {
        ArchivedNotice(
            notice: notice(row), state: row["state"], decidedAt: row.optionalMoment("decidedAt"),
            reason: row["muteReason"], deliveryID: row["deliveryID"])
    }

    private static func notice(_ row: Row) -> PendingNotice {
        PendingNotice(
            alertID: row["alertID"], revision: row["revision"], receiver: row["receiver"], route: row["route"],
            groupKey: row["groupKey"], dueAt: row.moment("dueAt"))
    }
}
