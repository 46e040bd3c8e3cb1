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
        try await OlderFile.make(in: folder, upTo: Migration6.name) { db in
            for (id, title) in [("a1", "가람전자, 특허 소송"), ("a2", "나루화학 공장")] {
                try OlderFile.insert(Sample.stored(id, story: "s" + id, title: title), db)
            }
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
