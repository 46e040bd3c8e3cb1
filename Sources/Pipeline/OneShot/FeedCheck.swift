import FeedParsing
import Fetching
public import Logging
public import NewsModel

/// Fetches and parses feeds once, to say which of them work. Nothing is stored.
public struct FeedCheck: Sendable {
    private let fetcher: HTTPFetcher

    /// - Throws: what is wrong with the settings.
    public init(settings: FetchingSettings, logger: Logger) throws(InputFailure) {
        fetcher = try FetcherFactory.fetcher(settings, logger: logger)
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
            let document = try await fetcher.fetch(.feed(feed))
            guard document.status == 200 else {
                return Result(feed: feed, isGood: false, text: "the server answered \(document.status)")
            }
            let parsed = try FeedParser(options: FeedParserOptions(charset: feed.charset, timeZone: feed.timeZone))
                .parse(
                    document.body, contentType: document.contentType, baseURL: document.url)
            let newest = parsed.entries.compactMap { $0.published ?? $0.updated }.max()
            let age = newest.map { ", newest \($0.iso8601)" } ?? ""
            let problems = parsed.problems.isEmpty ? "" : ", problems: \(parsed.problems.joined(separator: "; "))"
            return Result(
                feed: feed, isGood: !parsed.entries.isEmpty,
                text: "\(parsed.format.rawValue), \(parsed.entries.count) entries\(age)\(problems)")
        } catch let error as FetchError {
            return Result(feed: feed, isGood: false, text: error.description)
        } catch let error as FeedParsingError {
            let hint = error.alternatives.first.map { "; the page names this feed: \($0)" } ?? ""
            return Result(feed: feed, isGood: false, text: error.description + hint)
        } catch {
            return Result(feed: feed, isGood: false, text: "\(error)")
        }
    }
}
