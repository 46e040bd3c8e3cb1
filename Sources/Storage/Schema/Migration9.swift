internal import GRDB

/// Articles that the program died on.
enum Migration9 {
    static let name = "9 articles set aside"

    @Sendable static func run(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE setAsideArticle (
                    id TEXT PRIMARY KEY NOT NULL,
                    feedURL TEXT NOT NULL,
                    name TEXT NOT NULL,
                    at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
