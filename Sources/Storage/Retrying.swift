internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func receiverStops() async throws(StorageError) -> [ReceiverStop] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM receiverStop ORDER BY receiver").map(ReceiverStopRow.stop)
        }
    }

    /// The number of tries stays, so that the log goes on counting.
    public func retry(deliveryID: String, at moment: Timestamp) async throws(StorageError) -> Bool {
        try await write { db in
            try db.execute(
                sql: "UPDATE delivery SET state = 'due', nextAttemptAt = ? WHERE id = ?",
                arguments: [moment.milliseconds, deliveryID])
            let found = db.changesCount > 0
            try ReceiverStopRow.remove(ofDelivery: deliveryID, db)
            return found
        }
    }

    public func retryDead(_ range: DeliveryRange, at moment: Timestamp) async throws(StorageError) -> Int {
        try await write { db in
            try ReceiverStopRow.remove(ofDeadIn: range, db)
            try db.execute(
                sql: """
                    UPDATE delivery SET state = 'due', nextAttemptAt = ?
                    WHERE state = 'dead' AND createdAt BETWEEN ? AND ? AND (? IS NULL OR receiver = ?)
                    """,
                arguments: [
                    moment.milliseconds, range.since?.milliseconds ?? .min, range.until?.milliseconds ?? .max,
                    range.receiver, range.receiver,
                ])
            return db.changesCount
        }
    }
}
