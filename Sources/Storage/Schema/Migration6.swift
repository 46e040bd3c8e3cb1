internal import GRDB

/// What other hosts asked of us, so that a restart does not forget it.
enum Migration6 {
    static let name = "6 receivers and hosts that want to be left alone"

    @Sendable static func run(_ db: Database) throws {
        try db.execute(
            sql: """
                -- Receivers that answered 410, each as it was then.
                CREATE TABLE receiverStop (
                    receiver TEXT PRIMARY KEY NOT NULL,
                    identity TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;

                -- Hosts of feeds and pages that answered 429, or 503 with Retry-After.
                CREATE TABLE hostPause (
                    host TEXT PRIMARY KEY NOT NULL,
                    since INTEGER NOT NULL,
                    until INTEGER NOT NULL,
                    strikes INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
