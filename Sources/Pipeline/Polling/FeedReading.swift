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

    /// Entries made articles, each with its record.
    ///
    /// - Parameter reach: is told of each before it is read.
    func scored(
        _ entries: [FreshEntry], feed: Feed, origin: FeedOrigin, reach: (ReadingMark.Article) -> Void
    ) async -> [ScoredArticle] {
        var scored: [ScoredArticle] = []
        scored.reserveCapacity(entries.count)
        for fresh in entries {
            reach(fresh.mark)
            let article = await articleReader.article(fresh.entry, id: fresh.id, feed: feed, origin: origin)
            scored.append(
                ScoredArticle(
                    article: article, record: scorer.score(article, now: now()), entryHash: fresh.textHash,
                    changedFrom: fresh.changedFrom))
        }
        return scored
    }
}

extension FreshEntry {
    /// What stands in the mark of its feed while it is read.
    fileprivate var mark: ReadingMark.Article {
        let name = entry.link ?? entry.title
        return ReadingMark.Article(id: id, name: name.replacing("\n", with: " "))
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
