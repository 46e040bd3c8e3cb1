import Foundation
public import NewsModel

/// What the newsroom shows at a moment: its feeds, pages and their validators. Pure, so that tests can turn the clock.
public struct SampleNewsroom: Sendable {
    let articles: [DemoArticle]
    let start: Timestamp

    /// Reads the articles of a folder (demo/articles).
    ///
    /// - Parameter start: the moment at which the newsroom opens; articles appear some seconds after it.
    /// - Throws: what is wrong with which file.
    public init(folder: String, start: Timestamp) throws {
        articles = try DemoArticle.all(in: folder)
        self.start = start
        for article in articles where !DemoFeed.all.contains(where: { $0.name == article.feed }) {
            throw DemoArticle.Problem(description: "demo article \(article.slug): there is no feed \(article.feed)")
        }
    }

    /// Seconds after the start at which the last article appears.
    public var lastAppearance: Int64 { articles.map(\.appearsAfter).max() ?? 0 }

    /// Articles in all.
    public var articleCount: Int { articles.count }

    /// An answer of the newsroom's web server.
    struct Answer: Sendable {
        let status: Int
        let headers: [(name: String, value: String)]
        let body: [UInt8]
    }

    /// Answers a GET as a good server does: 304 where a validator of the request still holds.
    func answer(path: String, ifNoneMatch: String?, ifModifiedSince: String?, base: String, now: Timestamp) -> Answer {
        guard let (document, changed) = document(path: path, base: base, now: now) else {
            return Answer(status: 404, headers: [("Content-Type", "text/plain")], body: Array("not found\n".utf8))
        }
        let etag = "\"\(Self.hash(document.bytes))\""
        let modified = RFC822Date.text(changed)
        let validators = [(name: "ETag", value: etag), (name: "Last-Modified", value: modified)]
        // RFC 9110: If-Modified-Since counts only without If-None-Match.
        if ifNoneMatch == etag || (ifNoneMatch == nil && ifModifiedSince == modified) {
            return Answer(status: 304, headers: validators, body: [])
        }
        return Answer(status: 200, headers: [("Content-Type", document.contentType)] + validators, body: document.bytes)
    }

    private func document(path: String, base: String, now: Timestamp) -> (FeedDocument, changed: Timestamp)? {
        let visible = articles.filter { start.adding(seconds: $0.appearsAfter) <= now }
        if let feed = DemoFeed.all.first(where: { $0.path == path }) {
            let own = visible.filter { $0.feed == feed.name }
            let changed = own.map { start.adding(seconds: $0.appearsAfter) }.max() ?? start
            return (FeedDocument(feed, articles: own, base: base, start: start), changed)
        }
        for feed in DemoFeed.all {
            for article in visible where article.feed == feed.name && path == "/\(feed.name)/\(article.slug).html" {
                let date = start.adding(seconds: article.appearsAfter)
                return (ArticlePage.write(feed, article, base: base, date: date), date)
            }
        }
        return nil
    }

    /// FNV-1a in hexadecimal: a validator has only to differ when the bytes do.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}
