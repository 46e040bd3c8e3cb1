import Extraction
import FeedParsing
import Fetching
import Logging
import NewsModel
import Scoring
import Storage
import Stories

/// Stages 2 to 5: parse, leave out what is stored, make articles of entries, score.
struct FeedReading: Sendable {
    let articleReader: EntryReader
    let scorer: ArticleScorer
    let store: any NewsStore
    let now: @Sendable () -> Timestamp

    /// An entry with the id that its article will have.
    struct FreshEntry: Sendable {
        let id: String
        let entry: ParsedEntry
    }

    func parse(_ document: FetchedDocument, feed: Feed) throws(PollFailure) -> ParsedFeed {
        let options = FeedParserOptions(charset: feed.charset, timeZone: feed.timeZone, markup: .plainText)
        do {
            return try FeedParser(options: options).parse(
                document.body, contentType: document.contentType, baseURL: document.url)
        } catch {
            let hint = error.alternatives.first.map { "; the page names this feed: \($0)" } ?? ""
            throw PollFailure(error.description + hint)
        }
    }

    /// The entries that no stored article came from, oldest first: the first article of a story is its lead.
    func unseen(_ parsed: ParsedFeed, feed: Feed) async throws -> [FreshEntry] {
        let ids = ArticleIdentity.ids(
            feedURL: feed.url,
            entries: parsed.entries.map { entry in
                ArticleIdentity.Entry(
                    entryID: entry.id, url: entry.link, title: entry.title, body: entry.content ?? entry.summary ?? "")
            })
        let known = try await store.knownArticleIDs(among: ids)
        var taken = known
        var fresh: [FreshEntry] = []
        for (id, entry) in zip(ids, parsed.entries) where taken.insert(id).inserted {
            fresh.append(FreshEntry(id: id, entry: entry))
        }
        let distantPast = Timestamp(seconds: 0)
        return fresh.reversed().sorted {
            ($0.entry.published ?? $0.entry.updated ?? distantPast)
                < ($1.entry.published ?? $1.entry.updated ?? distantPast)
        }
    }

    func articles(_ entries: [FreshEntry], feed: Feed, origin: FeedOrigin) async -> [Article] {
        var articles: [Article] = []
        for fresh in entries {
            articles.append(await articleReader.article(fresh.entry, id: fresh.id, feed: feed, origin: origin))
        }
        return articles
    }

    func score(_ articles: [Article]) -> [ScoredArticle] {
        articles.map { ScoredArticle(article: $0, record: scorer.score($0, now: now())) }
    }
}

/// An article with its record, on its way to the newsdesk.
struct ScoredArticle: Sendable {
    let article: Article
    let record: ScoredRecord
}
