import GRDB
import NewsModel
import TestSupport
import Testing

@testable import Storage

/// A file of an older schema gets its index of words from the articles that it holds.
struct Migration7Tests {
    @Test func articlesOfAnOlderFileAreFound() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        do {
            let queue = try DatabaseQueue(path: folder.path + "/newsward.sqlite")
            try Schema.migrator.migrate(queue, upTo: Migration6.name)
            try await queue.write { db in
                for (id, title) in [("a1", "가람전자, 특허 소송"), ("a2", "나루화학 공장")] {
                    try ArticleRow.insertForTest(id, title: title, db)
                }
            }
            try queue.close()
        }
        let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        for _ in 0..<2 {
            for (word, found) in [("나루화학", ["a2"]), ("특허 소", ["a1"]), ("소송", ["a1"]), ("없는 말", [])] {
                var query = ArchiveQuery()
                query.words = [word]
                #expect(try await store.articles(query, after: nil).articles.map(\.article.id) == found)
            }
            _ = try await store.indexArticles(limit: 9)
        }
        #expect(try await store.indexArticles(limit: 9) == 0)
        try await store.close()
    }
}

extension ArticleRow {
    /// An article with its assessment and story, as older versions wrote them.
    fileprivate static func insertForTest(_ id: String, title: String, _ db: Database) throws {
        let stored = Sample.stored(id, story: "s" + id, title: title)
        try StoryRow.save(stored.story, db)
        try insert(stored, db)
    }
}
