import Foundation
import GRDB
import NewsModel
import TestSupport

@testable import Storage

/// A database as an older version left it.
enum OlderFile {
    /// Makes a file that has run the changes up to `migration`, with what `fill` writes into it.
    static func make(
        in folder: TemporaryFolder, upTo migration: String, _ fill: @escaping @Sendable (Database) throws -> Void
    ) async throws {
        let queue = try DatabaseQueue(
            path: folder.path + "/newsward.sqlite", configuration: ConnectionSettings.writing(label: "test"))
        try Schema.migrator.migrate(queue, upTo: migration)
        try await queue.write(fill)
        try queue.close()
    }

    /// An article with its assessment and story, as the versions with migrations 1 to 7 wrote them.
    static func insert(_ stored: StoredArticle, _ db: Database) throws {
        let article = stored.article
        var json = JSONWriter()
        stored.record.write(to: &json)
        try StoryRow.save(stored.story, db)
        try db.execute(
            sql: "INSERT INTO article VALUES (?, ?, ?, NULL, 'ko', ?, 3, ?, ?, ?, NULL, 0, ?, ?)",
            arguments: [
                article.id, stored.story.id, article.seenAt.milliseconds, article.source, article.feedURL, article.url,
                article.canonicalURL, article.title, article.body,
            ])
        try db.execute(
            sql: "INSERT INTO assessment VALUES (?, ?, ?, ?, '[\"가람전자\"]', '[\"legal.lawsuit\"]', ?)",
            arguments: [article.id, stored.record.severity, stored.record.sentiment.score, stored.decision, json.text])
        try db.execute(
            sql: "INSERT INTO storyMember VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                article.id, stored.story.id, article.seenAt.milliseconds, article.canonicalURL,
                JSONColumn.text(of: stored.member.companyIDs), JSONColumn.text(of: stored.member.eventKeys),
                Data(stored.member.fingerprint),
            ])
    }
}
