import Foundation
import GRDB
import NewsModel
import TestSupport
import Testing

@testable import Storage

/// A file whose side tables went by id becomes one in which they go by number, and nothing of it is lost.
struct Migration8Tests {
    private static let trail = DecisionTrail(refusal: "baseline: first sight of the feed")
    private static let origin = ArticleOrigin(
        feed: .init(
            url: "https://feed.example/rss", status: 200, milliseconds: 5, bytes: 9, contentType: nil,
            charset: "utf-8", charsetReason: "declared", problems: []),
        feedFormat: "rss2", entryID: "e1", page: nil, pageProblem: nil, text: .summary)

    private func withOlderFile(_ test: (SQLiteNewsStore) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try await OlderFile.make(in: folder, upTo: Migration7.name) { db in
            try OlderFile.insert(Sample.stored("a0", story: "s0"), db)
            try OlderFile.insert(Sample.stored("a1"), db)
            try OlderFile.insert(Sample.stored("a2", story: "s2", title: "나루화학 공장"), db)
            // Row numbers with a gap: the index of words goes by them.
            try db.execute(sql: "DELETE FROM article WHERE id = 'a0'")
            try db.execute(
                sql: """
                    INSERT INTO articleIndex (rowid, title, body) SELECT rowid, title, body FROM article;
                    UPDATE articleIndexEnd SET last = 3;
                    INSERT INTO coverage VALUES ('a1', 'XKRX:000001', 0, 0.25);
                    INSERT INTO entryText VALUES ('a1', 'https://feed.example/rss', 'h1', 2);
                    """)
            try db.execute(sql: "INSERT INTO decision VALUES ('a1', ?)", arguments: [TrailJSON.text(of: Self.trail)])
            try db.execute(
                sql: "INSERT INTO articleTrail VALUES ('a1', 'first article of its story', ?)",
                arguments: [TrailJSON.text(of: Self.origin)])
        }
        let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        try await test(store)
        try await store.close()
    }

    @Test func whatWasStoredBesideAnArticleIsStillThere() async throws {
        try await withOlderFile { store in
            let whole = try #require(try await store.archived(articleID: "a1"))
            #expect(whole.article.origin == Self.origin && whole.joinReason == "first article of its story")
            #expect(whole.recordJSON.hasPrefix(#"{"id":"a1","title":"가람전자, 특허 소송""#))
            #expect(whole.companies == ["가람전자"] && whole.eventTypes == ["legal.lawsuit"] && whole.severity == 62)
            #expect(try await store.decision(onArticle: "a1") == Self.trail)
            #expect(try await store.entryTexts(of: ["a1", "a2"]) == ["a1": EntryText(hash: "h1", changes: 2)])
            let shares = try await store.coverage(since: Sample.noon, after: nil, limit: 9).items
            #expect(shares.map(\.riskShares) == [["XKRX:000001": 0.25], [:]])
            #expect(
                try await store.storyMembers(since: Sample.noon, after: nil, limit: 9).items
                    == [Sample.stored("a1").member, Sample.stored("a2", story: "s2").member])
        }
    }

    @Test func anArticleOfAVersionWithoutTrailsStaysWithoutOne() async throws {
        try await withOlderFile { store in
            let whole = try #require(try await store.archived(articleID: "a2"))
            #expect(whole.article.origin == nil && whole.joinReason.isEmpty)
            #expect(try await store.decision(onArticle: "a2") == nil)
        }
    }

    @Test func noReferenceIsBrokenAndArticlesTakeTheirsAlong() async throws {
        try await withOlderFile { store in
            try await store.write { db in try db.checkForeignKeys() }
            #expect(try await store.removeArticles(before: Sample.noon.adding(seconds: 1)) == 2)
            let rest = try await store.read { db in
                try ["assessment", "storyMember", "coverage", "articleIndex"].map { table in
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
                }
            }
            #expect(rest == [0, 0, 0, 0])
        }
    }

    /// A VACUUM numbers rows anew where their number is no column.
    @Test func theIndexOfWordsSurvivesAVacuum() async throws {
        try await withOlderFile { store in
            try await store.writer?.vacuum()
            for (word, id) in [("나루화학", "a2"), ("특허 소송", "a1")] {
                var query = ArchiveQuery()
                query.words = [word]
                #expect(try await store.articles(query, after: nil).articles.map(\.article.id) == [id])
            }
        }
    }
}
