internal import GRDB
import Logging

/// The tables, as a list of named changes that are run once each, in order.
///
/// A change that was released is never edited: a file in the field has run it. The next one is appended.
enum Schema {
    /// Marks the file as ours ("NWWD"), so that another program's database is not taken for a damaged or an empty one.
    static let applicationID: Int32 = 0x4E57_5744

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 articles, stories, alerts, outbox", migrate: Migration1.run)
        migrator.registerMigration("2 answers, moves, rhythms and troubles of feeds", migrate: Migration2.run)
        migrator.registerMigration(Migration3.name, migrate: Migration3.run)
        migrator.registerMigration(Migration4.name, migrate: Migration4.run)
        migrator.registerMigration(Migration5.name, migrate: Migration5.run)
        migrator.registerMigration(Migration6.name, migrate: Migration6.run)
        migrator.registerMigration(Migration7.name, migrate: Migration7.run)
        migrator.registerMigration(Migration8.name, migrate: Migration8.run)
        migrator.registerMigration(Migration9.name, migrate: Migration9.run)
        return migrator
    }

    /// Runs what is missing. Throws where the file is another program's or a newer version's.
    static func bringUpToDate(_ pool: DatabasePool, path: String, logger: Logger) throws {
        let isOlder = try pool.read { db in
            try demandOurs(db, path: path)
            return try !migrator.appliedMigrations(db).isEmpty && !migrator.hasCompletedMigrations(db)
        }
        if isOlder {
            logger.notice(
                "the database is brought into the form of this version; with many articles that takes minutes",
                metadata: ["path": "\(path)"])
        }
        try migrator.migrate(pool)
    }

    /// Throws where the file is another program's, a newer version's or an older one's.
    static func demandCurrent(_ reader: some DatabaseReader, path: String) throws {
        try reader.read { db in
            try demandOurs(db, path: path)
            guard try migrator.hasCompletedMigrations(db) else {
                throw StorageError(
                    code: .cannotOpen,
                    message: "\(path) was written by an older version. "
                        + "Start `newsward run` or `newsward poll` once to bring it up to date.")
            }
        }
    }

    static func demandOurs(_ db: Database, path: String) throws {
        if try migrator.hasBeenSuperseded(db) {
            throw StorageError(
                code: .newerSchema,
                message: "\(path) was written by a newer version of newsward. Install that version, "
                    + "or name another data folder.")
        }
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        // GRDB leaves no table behind before the first migration, so any table in an unmarked file is a stranger's.
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'grdb_%'") ?? 0
        guard id == applicationID || tables == 0 else {
            throw StorageError(
                code: .corrupt,
                message: "\(path) is the database of another program. Name another data folder.")
        }
    }
}
