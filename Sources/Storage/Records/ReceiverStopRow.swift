internal import GRDB
internal import NewsModel

/// `ReceiverStop` <-> a row of `receiverStop`.
enum ReceiverStopRow {
    static func save(_ stop: ReceiverStop, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO receiverStop (receiver, identity, reason, at) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [stop.receiver, stop.identity, stop.reason, stop.at.milliseconds])
    }

    /// Forgets that the receiver of a delivery wants nothing more: the user sends it something again.
    static func remove(ofDelivery id: String, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM receiverStop WHERE receiver = (SELECT receiver FROM delivery WHERE id = ?)",
            arguments: [id])
    }

    /// The same for the receivers of all dead letters in a range, and for the one that the range names.
    static func remove(ofDeadIn range: DeliveryRange, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM receiverStop WHERE receiver = ? OR ? IS NULL AND receiver IN (
                    SELECT receiver FROM delivery WHERE state = 'dead' AND createdAt BETWEEN ? AND ?)
                """,
            arguments: [
                range.receiver, range.receiver, range.since?.milliseconds ?? .min, range.until?.milliseconds ?? .max,
            ])
    }

    static func stop(_ row: Row) -> ReceiverStop {
        ReceiverStop(
            receiver: row["receiver"], identity: row["identity"], reason: row["reason"], at: row.moment("at"))
    }
}
