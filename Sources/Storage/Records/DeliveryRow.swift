import Foundation
internal import GRDB
internal import NewsModel

/// `Delivery` <-> a row of `delivery`, and its attempts.
enum DeliveryRow {
    /// Writes a new delivery, or leaves the one with this id as it is: its bytes are frozen.
    static func insert(_ delivery: Delivery, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO delivery (id, receiver, state, attemptCount, nextAttemptAt, createdAt, contentType,
                    lastError, notices, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """)
        try statement.execute(arguments: [
            delivery.id, delivery.receiver, delivery.state.rawValue, delivery.attemptCount,
            delivery.nextAttemptAt.milliseconds, delivery.createdAt.milliseconds, delivery.contentType,
            delivery.lastError, JSONColumn.text(of: delivery.notices), Data(delivery.body),
        ])
    }

    /// Moves the state on; id, receiver and bytes stay.
    static func update(_ delivery: Delivery, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE delivery SET state = ?, attemptCount = ?, nextAttemptAt = ?, lastError = ? WHERE id = ?")
        try statement.execute(arguments: [
            delivery.state.rawValue, delivery.attemptCount, delivery.nextAttemptAt.milliseconds, delivery.lastError,
            delivery.id,
        ])
    }

    static func insert(_ attempt: DeliveryAttempt, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO attempt (deliveryID, number, at, latencyMilliseconds, status, succeeded, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            attempt.deliveryID, attempt.number, attempt.at.milliseconds, attempt.latencyMilliseconds, attempt.status,
            attempt.succeeded, attempt.detail,
        ])
    }

    static func delivery(_ row: Row) throws -> Delivery {
        Delivery(
            id: row["id"], receiver: row["receiver"], body: row.bytes("body"), contentType: row["contentType"],
            notices: try row.list("notices"), state: DeliveryState(rawValue: row["state"]) ?? .dead,
            attemptCount: row["attemptCount"], nextAttemptAt: row.moment("nextAttemptAt"),
            createdAt: row.moment("createdAt"), lastError: row["lastError"])
    }

    static func attempt(_ row: Row) -> DeliveryAttempt {
        DeliveryAttempt(
            deliveryID: row["deliveryID"], number: row["number"], at: row.moment("at"),
            latencyMilliseconds: row["latencyMilliseconds"], status: row["status"], detail: row["detail"],
            succeeded: row["succeeded"])
    }
}
