import Extraction
import FeedParsing
import Fetching
import Logging
import NewsModel
import Scoring

/// Stages 2, 4 and 5: parse, make articles of entries, score.
struct FeedReading: Sendable {
    let articleReader: EntryReader
    let scorer: ArticleScorer
    let now: @Sendable () -> Timestamp

    func parse(_ document: FetchedDocument, feed: Feed) throws(PollFailure) -> ParsedFeed {
        let options = FeedParserOptions(charset: feed.charset, timeZone: feed.timeZone, markup: .plainText)
        do {
            return try FeedParser(options: options).parse(
                document.body, contentType: document.contentType, baseURL: document.url)
        } catch {
            throw PollFailure(error.description)
        }
    }

    func articles(_ entries: [FreshEntry], feed: Feed, origin: FeedOrigin) async -> [Article] {
        var articles: [Article] = []
        for fresh in entries {
            articles.append(await articleReader.article(fresh.entry, id: fresh.id, feed: feed, origin: origin))
        }
        return articles
    }

    /// The articles with their records; `entries` are those that they were made of, in the same order.
    func score(_ articles: [Article], of entries: [FreshEntry]) -> [ScoredArticle] {
        zip(articles, entries).map { article, fresh in
            ScoredArticle(
                article: article, record: scorer.score(article, now: now()), entryHash: fresh.textHash,
                changedFrom: fresh.changedFrom)
        }
    }
}

/// An article with its record, on its way to the newsdesk.
struct ScoredArticle: Sendable {
    let article: Article
    let record: ScoredRecord
    /// Hash of the entry's text; nil where it came by no feed.
    var entryHash: String?
    /// The stored article whose text has changed.
    var changedFrom: String?
}
