internal import GRDB

/// Side tables by the article's number, and packed records: storing an article touches half as many pages.
enum Migration8 {
    static let name = "8 articles by number, packed records"

    /// Ids are hashes, so that each index by id is written to all over its pages; a number goes to the end of its table.
    /// The number is a column of its own, because a VACUUM may change SQLite's own row numbers, and the index of words goes
    /// by them. What stood in tables beside the article and is true of all of them has become columns.
    @Sendable static func run(_ db: Database) throws {
        try db.execute(sql: tables)
        try db.execute(sql: copies)
        try db.execute(sql: names)
    }

    private static let tables = """
        CREATE TABLE articleOfMigration8 (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
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
            -- The newest text of the entry as the feed gave it, as a hash: another one under the same address is a changed
            -- text. How often it has changed stands beside it.
            entryHash TEXT,
            entryChanges INTEGER NOT NULL DEFAULT 0,
            title TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;

        CREATE TABLE assessmentOfMigration8 (
            article INTEGER PRIMARY KEY REFERENCES articleOfMigration8 (number) ON DELETE CASCADE,
            severity INTEGER NOT NULL,
            sentimentScore REAL NOT NULL,
            companies TEXT NOT NULL,
            eventTypes TEXT NOT NULL,
            decision TEXT NOT NULL,
            -- DecisionTrail as JSON; NULL for articles of versions without it.
            trail TEXT,
            joinReason TEXT NOT NULL,
            -- ArticleOrigin as JSON.
            origin TEXT,
            -- The contract's record as JSON, packed.
            record BLOB NOT NULL
        ) STRICT;

        CREATE TABLE storyMemberOfMigration8 (
            article INTEGER PRIMARY KEY REFERENCES articleOfMigration8 (number) ON DELETE CASCADE,
            companyIDs TEXT NOT NULL,
            eventKeys TEXT NOT NULL,
            fingerprint BLOB NOT NULL
        ) STRICT;

        CREATE TABLE coverageOfMigration8 (
            article INTEGER NOT NULL REFERENCES articleOfMigration8 (number) ON DELETE CASCADE,
            companyID TEXT NOT NULL,
            riskShare REAL NOT NULL,
            PRIMARY KEY (article, companyID)
        ) STRICT, WITHOUT ROWID;
        """

    private static let copies = """
        INSERT INTO articleOfMigration8
        SELECT article.rowid, id, storyID, seenAt, publishedAt, language, source, sourceRank, article.feedURL, url,
            canonicalURL, author, bodyIsExtracted, hash, coalesce(changes, 0), title, body
        FROM article LEFT JOIN entryText ON entryText.articleID = id ORDER BY article.rowid;

        INSERT INTO assessmentOfMigration8
        SELECT article.rowid, severity, sentimentScore, companies, eventTypes, assessment.decision, trail,
            coalesce(joinReason, ''), origin, packed(recordJSON)
        FROM article JOIN assessment ON assessment.articleID = id
        LEFT JOIN decision ON decision.articleID = id
        LEFT JOIN articleTrail ON articleTrail.articleID = id ORDER BY article.rowid;

        INSERT INTO storyMemberOfMigration8
        SELECT article.rowid, companyIDs, eventKeys, fingerprint
        FROM article JOIN storyMember ON storyMember.articleID = id ORDER BY article.rowid;

        INSERT INTO coverageOfMigration8
        SELECT article.rowid, companyID, riskShare
        FROM article JOIN coverage ON coverage.articleID = id ORDER BY article.rowid, companyID;
        """

    private static let names = """
        DROP TABLE coverage;
        DROP TABLE articleTrail;
        DROP TABLE entryText;
        DROP TABLE decision;
        DROP TABLE storyMember;
        DROP TABLE assessment;
        DROP TABLE article;

        ALTER TABLE articleOfMigration8 RENAME TO article;
        ALTER TABLE assessmentOfMigration8 RENAME TO assessment;
        ALTER TABLE storyMemberOfMigration8 RENAME TO storyMember;
        ALTER TABLE coverageOfMigration8 RENAME TO coverage;

        CREATE INDEX articleBySeenAt ON article (seenAt);
        CREATE INDEX articleByStory ON article (storyID);
        CREATE INDEX articleByCanonicalURL ON article (canonicalURL) WHERE canonicalURL IS NOT NULL;
        -- Most addresses are canonical as they come.
        CREATE INDEX articleByURL ON article (url) WHERE url IS NOT canonicalURL;
        CREATE INDEX articleByEntryHash ON article (entryHash) WHERE entryHash IS NOT NULL;
        """
}
