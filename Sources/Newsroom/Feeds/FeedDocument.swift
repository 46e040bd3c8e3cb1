import Foundation
import NewsModel

/// A feed's bytes at one moment, with what a server says about them.
struct FeedDocument: Sendable {
    let bytes: [UInt8]
    let contentType: String

    /// Writes a feed that holds `articles`, newest first.
    ///
    /// - Parameters:
    ///   - base: the newsroom's address, without a slash at its end.
    ///   - start: the moment at which the newsroom opened; an article is dated by its `appearsAfter`.
    init(_ feed: DemoFeed, articles: [DemoArticle], base: String, start: Timestamp) {
        let entries = articles.sorted { ($0.appearsAfter, $0.slug) > ($1.appearsAfter, $1.slug) }.map { article in
            Entry(
                article: article, link: "\(base)/\(feed.name)/\(article.slug).html",
                date: start.adding(seconds: article.appearsAfter))
        }
        switch feed.format {
        case .rss: self = RSSDocument.write(feed, entries, base: base)
        case .rdf: self = RDFDocument.write(feed, entries, base: base)
        case .atom: self = AtomDocument.write(feed, entries, base: base, start: start)
        case .json: self = JSONFeedDocument.write(feed, entries, base: base)
        }
    }

    init(text: String, contentType: String, isEUCKR: Bool = false) {
        self.contentType = contentType
        // CP949, which is what the press means by EUC-KR.
        let korean = String.Encoding(rawValue: 0x8000_0422)
        bytes = isEUCKR ? Array(text.data(using: korean, allowLossyConversion: true) ?? Data()) : Array(text.utf8)
    }

    /// An article as a feed shows it.
    struct Entry {
        let article: DemoArticle
        let link: String
        let date: Timestamp

        /// The first paragraph.
        var summary: String { article.paragraphs.first ?? "" }
    }
}
