internal import GRDB

/// Muting, digests, reminders, case memory, and the reasons of decisions.
enum Migration4 {
    static let name = "4 decisions, digests, silences, cases"

    @Sendable static func run(_ db: Database) throws {
        try db.execute(sql: notices)
        try db.execute(sql: reasons)
        try db.execute(sql: muting)
        try db.execute(sql: cases)
        try db.execute(sql: ledger)
    }

    /// A new table in the old one's place, because SQLite cannot widen a CHECK or a primary key.
    private static let notices = """
        CREATE TABLE noticeOfMigration4 (
            alertID TEXT NOT NULL,
            revision INTEGER NOT NULL,
            receiver TEXT NOT NULL,
            round INTEGER NOT NULL DEFAULT 0,
            kind TEXT NOT NULL DEFAULT 'alert',
            collected INTEGER NOT NULL DEFAULT 0,
            route TEXT NOT NULL,
            groupKey TEXT NOT NULL,
            dueAt INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'muted', 'digested')),
            decidedAt INTEGER,
            muteReason TEXT,
            deliveryID TEXT REFERENCES delivery (id),
            -- What was decided on it, oldest first: NoticeVerdict as a JSON array.
            verdicts TEXT NOT NULL DEFAULT '[]',
            PRIMARY KEY (alertID, revision, receiver, round),
            FOREIGN KEY (alertID, revision) REFERENCES alert (id, revision)
        ) STRICT;
        INSERT INTO noticeOfMigration4 (alertID, revision, receiver, route, groupKey, dueAt, state, decidedAt, muteReason,
            deliveryID)
        SELECT alertID, revision, receiver, route, groupKey, dueAt, state, decidedAt, muteReason, deliveryID FROM notice;
        DROP TABLE notice;
        ALTER TABLE noticeOfMigration4 RENAME TO notice;
        CREATE INDEX noticePending ON notice (receiver, groupKey, dueAt) WHERE state = 'pending';
        CREATE INDEX noticePendingDue ON notice (dueAt) WHERE state = 'pending';
        CREATE INDEX noticeByDelivery ON notice (deliveryID);
        CREATE INDEX deliveryByReceiver ON delivery (receiver, createdAt);
        """

    private static let reasons = """
        -- DecisionTrail as JSON.
        CREATE TABLE decision (
            articleID TEXT PRIMARY KEY NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            trail TEXT NOT NULL
        ) STRICT;

        -- The newest text of an entry as the feed gave it, as a hash: another one under the same address is a changed
        -- text. How often it has changed stands beside it.
        CREATE TABLE entryText (
            articleID TEXT PRIMARY KEY NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            feedURL TEXT,
            hash TEXT NOT NULL,
            changes INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entryTextByHash ON entryText (hash);

        -- Which companies an article is about, and what it adds to the risk of each, 0...1.
        CREATE TABLE coverage (
            articleID TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            companyID TEXT NOT NULL,
            seenAt INTEGER NOT NULL,
            riskShare REAL NOT NULL,
            PRIMARY KEY (articleID, companyID)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX coverageBySeenAt ON coverage (seenAt);
        """

    private static let muting = """
        CREATE TABLE silence (
            id TEXT PRIMARY KEY NOT NULL,
            matchers TEXT NOT NULL,
            startsAt INTEGER NOT NULL,
            endsAt INTEGER NOT NULL,
            why TEXT,
            createdAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX silenceByEnd ON silence (endsAt);

        CREATE TABLE acknowledgement (
            alertID TEXT PRIMARY KEY NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        """

    private static let cases = """
        CREATE TABLE caseFile (
            id TEXT PRIMARY KEY NOT NULL,
            companyID TEXT NOT NULL,
            family TEXT NOT NULL,
            phase TEXT NOT NULL,
            openedAt INTEGER NOT NULL,
            updatedAt INTEGER NOT NULL,
            closedAt INTEGER,
            closedBy TEXT,
            parties TEXT NOT NULL
        ) STRICT;
        CREATE INDEX caseOpen ON caseFile (companyID) WHERE closedAt IS NULL;

        CREATE TABLE caseAlert (
            caseID TEXT NOT NULL REFERENCES caseFile (id),
            alertID TEXT NOT NULL,
            PRIMARY KEY (caseID, alertID)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX caseByAlert ON caseAlert (alertID);
        """

    /// Counts that retention does not touch: decided = stored + alerted + muted + digested, and what still waits.
    private static let ledger = """
        CREATE TABLE ledger (
            name TEXT PRIMARY KEY NOT NULL,
            count INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO ledger (name, count)
        SELECT 'stored', count(*) FROM article WHERE id NOT IN (SELECT json_extract(json, '$.article') FROM alert)
        UNION ALL SELECT 'alerted', count(*) FROM notice WHERE state = 'sent'
        UNION ALL SELECT 'muted', count(*) FROM notice WHERE state = 'muted'
        UNION ALL SELECT 'digested', 0;
        INSERT INTO ledger (name, count)
        SELECT 'decided', (SELECT sum(count) FROM ledger) + (SELECT count(*) FROM notice WHERE state = 'pending');
        """
}
