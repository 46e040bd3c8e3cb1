internal import GRDB

/// The first tables. Moments are milliseconds since 1970 in UTC; lists are JSON arrays.
enum Migration1 {
    @Sendable static func run(_ db: Database) throws {
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try db.execute(sql: feeds)
        try db.execute(sql: articles)
        try db.execute(sql: alerts)
        try db.execute(sql: outbox)
    }

    private static let feeds = """
        CREATE TABLE feedState (
            url TEXT PRIMARY KEY NOT NULL,
            checkedAt INTEGER,
            succeededAt INTEGER,
            nextCheckAt INTEGER,
            etag TEXT,
            lastModified TEXT,
            bodyHash TEXT,
            errorCount INTEGER NOT NULL,
            lastError TEXT,
            disabledReason TEXT,
            title TEXT,
            articleCount INTEGER NOT NULL
        ) STRICT;
        """

    /// Long columns stand last, so that lists do not read through them.
    private static let articles = """
        CREATE TABLE story (
            id TEXT PRIMARY KEY NOT NULL,
            leadArticleID TEXT NOT NULL,
            articleCount INTEGER NOT NULL,
            bestSourceRank INTEGER NOT NULL,
            firstSeenAt INTEGER NOT NULL,
            lastSeenAt INTEGER NOT NULL,
            sources TEXT NOT NULL
        ) STRICT;

        CREATE TABLE article (
            id TEXT PRIMARY KEY NOT NULL,
            storyID TEXT NOT NULL REFERENCES story (id),
            seenAt INTEGER NOT NULL,
            publishedAt INTEGER,
            language TEXT NOT NULL,
            source TEXT,
            sourceRank INTEGER NOT NULL,
            feedURL TEXT,
            url TEXT,
            canonicalURL TEXT,
            author TEXT,
            bodyIsExtracted INTEGER NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX articleBySeenAt ON article (seenAt);
        CREATE INDEX articleByStory ON article (storyID);

        CREATE TABLE assessment (
            articleID TEXT PRIMARY KEY NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            severity INTEGER NOT NULL,
            sentimentScore REAL NOT NULL,
            decision TEXT NOT NULL,
            companies TEXT NOT NULL,
            eventTypes TEXT NOT NULL,
            recordJSON TEXT NOT NULL
        ) STRICT;

        CREATE TABLE storyMember (
            articleID TEXT PRIMARY KEY NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            storyID TEXT NOT NULL REFERENCES story (id),
            seenAt INTEGER NOT NULL,
            canonicalURL TEXT,
            companyIDs TEXT NOT NULL,
            eventKeys TEXT NOT NULL,
            fingerprint BLOB NOT NULL
        ) STRICT;
        CREATE INDEX storyMemberBySeenAt ON storyMember (seenAt);
        CREATE INDEX storyMemberByStory ON storyMember (storyID);

        -- Ids of articles that were removed for their age: a feed may go on listing them, and old news is no news.
        CREATE TABLE removedArticle (
            id TEXT PRIMARY KEY NOT NULL,
            removedAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// One row a revision, so that a delivery says what the alert said when it was decided.
    private static let alerts = """
        CREATE TABLE alert (
            id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            storyID TEXT NOT NULL REFERENCES story (id),
            companyID TEXT,
            rule TEXT NOT NULL,
            severity INTEGER NOT NULL,
            createdAt INTEGER NOT NULL,
            updatedAt INTEGER NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (id, revision)
        ) STRICT;
        CREATE INDEX alertByUpdatedAt ON alert (updatedAt);
        CREATE INDEX alertByStory ON alert (storyID);
        """

    private static let outbox = """
        CREATE TABLE delivery (
            id TEXT PRIMARY KEY NOT NULL,
            receiver TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('due', 'delivered', 'dead')),
            attemptCount INTEGER NOT NULL,
            nextAttemptAt INTEGER NOT NULL,
            createdAt INTEGER NOT NULL,
            contentType TEXT NOT NULL,
            lastError TEXT,
            notices TEXT NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX deliveryDue ON delivery (receiver, nextAttemptAt) WHERE state = 'due';
        CREATE INDEX deliveryDueAt ON delivery (nextAttemptAt) WHERE state = 'due';
        CREATE INDEX deliveryByState ON delivery (state, createdAt);

        CREATE TABLE notice (
            alertID TEXT NOT NULL,
            revision INTEGER NOT NULL,
            receiver TEXT NOT NULL,
            route TEXT NOT NULL,
            groupKey TEXT NOT NULL,
            dueAt INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'muted')),
            decidedAt INTEGER,
            muteReason TEXT,
            deliveryID TEXT REFERENCES delivery (id),
            PRIMARY KEY (alertID, revision, receiver),
            FOREIGN KEY (alertID, revision) REFERENCES alert (id, revision)
        ) STRICT;
        CREATE INDEX noticePending ON notice (receiver, groupKey, dueAt) WHERE state = 'pending';
        CREATE INDEX noticePendingDue ON notice (dueAt) WHERE state = 'pending';
        CREATE INDEX noticeByDelivery ON notice (deliveryID);

        CREATE TABLE noticeGroup (
            receiver TEXT NOT NULL,
            groupKey TEXT NOT NULL,
            lastFlushedAt INTEGER NOT NULL,
            PRIMARY KEY (receiver, groupKey)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            deliveryID TEXT NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            latencyMilliseconds INTEGER NOT NULL,
            status INTEGER,
            succeeded INTEGER NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX attemptByDelivery ON attempt (deliveryID);
        """
}
