internal import GRDB
internal import NewsModel

/// How a database file stands, for `newsward doctor`.
public struct StoreInspection: Sendable {
    /// What SQLite's own check finds; empty for a sound file.
    public let problems: [String]
    /// Deliveries that wait, and that were given up.
    public let waiting: Int
    public let dead: Int
    /// When the oldest waiting delivery was made, in milliseconds since 1970; nil with an empty outbox.
    public let oldestWaiting: Int64?
    /// The newest moment that the file knows of.
    public let newest: Int64?
}

extension SQLiteNewsStore {
    /// Checks the whole file and counts what waits.
    public func inspect() async throws(StorageError) -> StoreInspection {
        try await read { db in
            let problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
            return StoreInspection(
                problems: problems == ["ok"] ? [] : problems,
                waiting: try Int.fetchOne(db, sql: "SELECT count(*) FROM delivery WHERE state = 'due'") ?? 0,
                dead: try Int.fetchOne(db, sql: "SELECT count(*) FROM delivery WHERE state = 'dead'") ?? 0,
                oldestWaiting: try Int64.fetchOne(db, sql: "SELECT min(createdAt) FROM delivery WHERE state = 'due'"),
                newest: try Int64.fetchOne(
                    db,
                    sql:
                        "SELECT max(at) FROM (SELECT max(seenAt) AS at FROM article UNION SELECT max(checkedAt) FROM feedState)"
                )
            )
        }
    }
}
