internal import GRDB

/// How each article came to us and why it is in its story: what `alerts why` cannot find out again later.
enum Migration5 {
    static let name = "5 trails of articles"

    @Sendable static func run(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE articleTrail (
                    articleID TEXT PRIMARY KEY NOT NULL REFERENCES article (id) ON DELETE CASCADE,
                    joinReason TEXT NOT NULL,
                    origin TEXT
                ) STRICT, WITHOUT ROWID;

                CREATE INDEX articleByCanonicalURL ON article (canonicalURL) WHERE canonicalURL IS NOT NULL;
                CREATE INDEX articleByURL ON article (url) WHERE url IS NOT NULL;

                -- The whole order in which deliveries are claimed: thousands are due at one moment, and sorting them
                -- at each claim would read all their bodies.
                DROP INDEX IF EXISTS deliveryDue;
                CREATE INDEX deliveryDue ON delivery (receiver, nextAttemptAt, createdAt, id) WHERE state = 'due';
                """)
    }
}
