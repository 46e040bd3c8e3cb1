import FeedParsing
import Fetching
public import Logging
public import NewsModel
import NewsSources

/// Fetches and parses feeds once, to say which of them work. Nothing is stored.
public struct FeedCheck: Sendable {
    private let fetcher: HTTPFetcher
    private let settings: MonitorSettings
    private let now: @Sendable () -> Timestamp

    /// - Throws: what is wrong with the settings.
    public init(
        settings: MonitorSettings, now: @escaping @Sendable () -> Timestamp, logger: Logger
    ) throws(InputFailure) {
        self.settings = settings
        self.now = now
        fetcher = try FetcherFactory.fetcher(settings.fetching, logger: logger)
    }

    /// What came of one feed.
    public struct Result: Sendable {
        public let feed: Feed
        public let isGood: Bool
        /// `rss2, 20 entries, newest 2026-11-25T01:18:50Z`, or the reason why not.
        public let text: String
    }

    /// Checks all feeds at once; the results are in the order of the feeds. Ends the fetcher.
    public func check(_ feeds: [Feed]) async -> [Result] {
        let results = await withTaskGroup(of: (Int, Result).self) { group in
            for (number, feed) in feeds.enumerated() {
                group.addTask { (number, await check(feed)) }
            }
            var results: [Int: Result] = [:]
            for await (number, result) in group { results[number] = result }
            return feeds.indices.compactMap { results[$0] }
        }
        await fetcher.shutdown()
        return results
    }

    private func check(_ feed: Feed) async -> Result {
        do {
            let parsed = try await look(feed)
            return Result(feed: feed, isGood: !parsed.entries.isEmpty, text: FeedSummary(parsed).text)
        } catch let error as FeedParsingError {
            return Result(feed: feed, isGood: false, text: error.description + (await realFeed(error)))
        } catch {
            return Result(feed: feed, isGood: false, text: "\(error)")
        }
    }

    private func look(_ feed: Feed) async throws -> ParsedFeed {
        if let source = SourceTable(settings, fetcher: fetcher, now: now).source(of: feed) {
            guard case .news(let look) = try await source.look(cursor: nil) else {
                throw InputFailure("there is nothing in it now")
            }
            return look.feed
        }
        let document = try await fetcher.fetch(.feed(feed))
        guard document.status == 200 else { throw InputFailure("the server answered \(document.status)") }
        return try FeedParser(options: FeedParserOptions(charset: feed.charset, timeZone: feed.timeZone)).parse(
            document.body, contentType: document.contentType, baseURL: document.url)
    }

    /// For a page in place of a feed: the first of the feeds it names that is one.
    private func realFeed(_ error: FeedParsingError) async -> String {
        for url in error.alternatives {
            guard let document = try? await fetcher.fetch(.feed(url: url)), document.status == 200,
                let feed = try? FeedParser().parse(
                    document.body, contentType: document.contentType, baseURL: document.url)
            else { continue }
            return "; the real feed is \(url) (\(FeedSummary(feed).text))"
        }
        return ""
    }
}

/// A feed in a few words.
struct FeedSummary {
    let text: String

    init(_ feed: ParsedFeed) {
        let newest = feed.entries.compactMap { $0.published ?? $0.updated }.max()
        let age = newest.map { ", newest \($0.iso8601)" } ?? ""
        let problems = feed.problems.isEmpty ? "" : ", problems: \(feed.problems.joined(separator: "; "))"
        text = "\(feed.format.rawValue), \(feed.entries.count) entries\(age)\(problems)"
    }
}
