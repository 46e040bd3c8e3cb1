internal import GRDB

/// How far sources other than feeds were read.
enum Migration3 {
    static let name = "3 cursors of sources"

    @Sendable static func run(_ db: Database) throws {
        try db.execute(sql: "ALTER TABLE feedState ADD COLUMN cursor TEXT")
    }
}
