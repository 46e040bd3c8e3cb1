internal import GRDB

/// What a feed's last answer, moves, rhythm and troubles are remembered by.
enum Migration2 {
    @Sendable static func run(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE feedState ADD COLUMN answeredAt INTEGER;
                ALTER TABLE feedState ADD COLUMN answerURL TEXT;
                ALTER TABLE feedState ADD COLUMN notModifiedCount INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE feedState ADD COLUMN readAs TEXT;
                ALTER TABLE feedState ADD COLUMN movedTo TEXT;
                ALTER TABLE feedState ADD COLUMN moveCandidate TEXT;
                ALTER TABLE feedState ADD COLUMN moveSightings INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE feedState ADD COLUMN arrivalsPerDay REAL;
                ALTER TABLE feedState ADD COLUMN lastArrivalAt INTEGER;
                ALTER TABLE feedState ADD COLUMN entryCount INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE feedState ADD COLUMN gapCount INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE feedState ADD COLUMN lastGapAt INTEGER;
                ALTER TABLE feedState ADD COLUMN ttlSeconds INTEGER;
                ALTER TABLE feedState ADD COLUMN skipHours INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE feedState ADD COLUMN skipDays INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE feedState ADD COLUMN failingSince INTEGER;
                ALTER TABLE feedState ADD COLUMN told TEXT;
                """)
    }
}
