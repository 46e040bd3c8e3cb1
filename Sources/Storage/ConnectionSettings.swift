internal import GRDB

/// How connections to the file are set up, each setting with its reason.
enum ConnectionSettings {
    /// Bytes that the write-ahead log is cut to after a checkpoint, so that a burst does not leave a large file behind.
    private static let journalSizeLimit = 64 << 20
    /// Pages of the log after which it is folded into the file: 16 MiB. Ids are random, so that a batch of articles touches
    /// pages all over the indexes; folded rarely, such a page is copied once for many batches.
    private static let checkpointPages = 4000
    /// KiB of pages that the writer keeps, for the same reason.
    private static let writerCache = 8192
    /// Milliseconds that a connection waits for a lock of another process.
    private static let busyTimeout = 5000

    /// For the pool: one writer, and a few readers so that a slow page of the dashboard blocks no other.
    static func writing(label: String) -> Configuration {
        var configuration = base(label: label)
        configuration.maximumReaderCount = 4
        return configuration
    }

    /// For looking beside a running daemon.
    static func reading(label: String) -> Configuration {
        var configuration = base(label: label)
        configuration.readonly = true
        return configuration
    }

    private static func base(label: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = label
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(busyTimeout) / 1000)
        let packer = TextPacker()
        configuration.prepareDatabase { db in
            packer.register(in: db)
            // The file may come from a backup or another hand: no function with side effects may hide in its schema,
            // and a damaged page is found when it is read.
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            if db.configuration.readonly {
                // A reader neither writes nor checkpoints: see SQLiteNewsStore.
                try db.execute(sql: "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0")
            } else {
                try db.execute(
                    sql: """
                        PRAGMA journal_size_limit = \(journalSizeLimit);
                        PRAGMA wal_autocheckpoint = \(checkpointPages);
                        PRAGMA cache_size = -\(writerCache)
                        """)
            }
        }
        return configuration
    }

    /// Makes every commit reach the disk before it returns.
    ///
    /// GRDB's pool sets synchronous = NORMAL after `prepareDatabase`, which may lose the last commits at a power cut.
    static func makeDurable(_ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
    }

    /// The settings that a connection has in force, by name, for `doctor` and for tests.
    static func inForce(_ db: Database) throws -> [String: String] {
        let names = [
            "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "busy_timeout",
            "journal_size_limit", "query_only", "wal_autocheckpoint", "cache_size", "application_id",
        ]
        var values: [String: String] = [:]
        for name in names { values[name] = try String.fetchOne(db, sql: "PRAGMA \(name)") }
        return values
    }
}
