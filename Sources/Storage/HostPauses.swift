internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func hostPauses() async throws(StorageError) -> [HostPause] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM hostPause ORDER BY host").map { row in
                HostPause(
                    host: row["host"], since: row.moment("since"), until: row.moment("until"), strikes: row["strikes"])
            }
        }
    }

    public func note(_ changes: [HostPauseChange]) async throws(StorageError) {
        try await write { db in
            for change in changes {
                switch change {
                case .begun(let pause):
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO hostPause (host, since, until, strikes) VALUES (?, ?, ?, ?)",
                        arguments: [pause.host, pause.since.milliseconds, pause.until.milliseconds, pause.strikes])
                case .over(let host):
                    try db.execute(sql: "DELETE FROM hostPause WHERE host = ?", arguments: [host])
                }
            }
        }
    }
}
