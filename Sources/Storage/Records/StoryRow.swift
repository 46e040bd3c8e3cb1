import Foundation
internal import GRDB
internal import NewsModel

/// `Story` and `StoryMember` <-> rows of `story` and `storyMember`.
enum StoryRow {
    static func save(_ story: Story, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO story (id, leadArticleID, articleCount, bestSourceRank, firstSeenAt, lastSeenAt, sources)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET articleCount = excluded.articleCount,
                    bestSourceRank = excluded.bestSourceRank, firstSeenAt = excluded.firstSeenAt,
                    lastSeenAt = excluded.lastSeenAt, sources = excluded.sources
                """)
        try statement.execute(arguments: [
            story.id, story.leadArticleID, story.articleCount, story.bestSourceRank, story.firstSeenAt.milliseconds,
            story.lastSeenAt.milliseconds, JSONColumn.text(of: story.sources),
        ])
    }

    /// The rest of a member is its article's.
    static func insert(_ member: StoryMember, article number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO storyMember (article, companyIDs, eventKeys, fingerprint) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [
            number, JSONColumn.text(of: member.companyIDs), JSONColumn.text(of: member.eventKeys),
            Data(member.fingerprint),
        ])
    }

    static func story(_ row: Row) throws -> Story {
        Story(
            id: row["id"], leadArticleID: row["leadArticleID"], articleCount: row["articleCount"],
            sources: try row.list("sources"), bestSourceRank: row["bestSourceRank"],
            firstSeenAt: row.moment("firstSeenAt"), lastSeenAt: row.moment("lastSeenAt"))
    }

    static func member(_ row: Row) throws -> StoryMember {
        StoryMember(
            articleID: row["id"], storyID: row["storyID"], fingerprint: row.bytes("fingerprint"),
            eventKeys: try row.list("eventKeys"), companyIDs: try row.list("companyIDs"),
            canonicalURL: row["canonicalURL"], seenAt: row.moment("seenAt"))
    }
}
