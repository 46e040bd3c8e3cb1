import FeedParsing
import Fetching
public import Logging

/// Finds the feeds of a page, and makes sure that they are feeds.
public struct FeedFinder: Sendable {
    private let fetcher: HTTPFetcher
    /// Addresses that one search tries.
    private static let maximumTries = 24

    /// - Throws: what is wrong with the settings.
    public init(settings: FetchingSettings, logger: Logger) throws(InputFailure) {
        fetcher = try FetcherFactory.fetcher(settings, logger: logger)
    }

    /// A feed that answered as one.
    public struct Find: Sendable, Hashable {
        public let url: String
        /// `rss2`, `atom`, `json`, ...
        public let format: String
        /// The feed's own title, else the one that the page gives it; empty for none.
        public let title: String
        public let entryCount: Int
        /// How it was found: `the address itself`, `link rel=alternate`, ...
        public let origin: String
    }

    /// The feeds of a page, the surest first. For an address that is a feed: that feed.
    ///
    /// The usual paths are tried only where the page names no feed that is one. Ends the fetcher.
    /// - Throws: where the address itself does not answer.
    public func find(_ url: String) async throws(InputFailure) -> [Find] {
        let result: Result<[Find], InputFailure>
        do {
            result = .success(try await search(url))
        } catch {
            result = .failure(error)
        }
        await fetcher.shutdown()
        return try result.get()
    }

    private func search(_ url: String) async throws(InputFailure) -> [Find] {
        let document: FetchedDocument
        do {
            document = try await fetcher.fetch(.feed(url: url))
        } catch {
            throw InputFailure("\(url): \(error)", isNetwork: true)
        }
        guard document.status == 200 else {
            throw InputFailure("\(url): the server answered \(document.status)", isNetwork: true)
        }
        if let feed = Self.feed(document) {
            return [Find(url: url, feed: feed, link: nil)]
        }
        let named = FeedDiscovery.links(page: document.body, contentType: document.contentType, url: document.url)
        var finds = await proven(named)
        if finds.isEmpty { finds = await proven(FeedDiscovery.wellKnownLinks(url: document.url)) }
        return finds
    }

    /// Those of the links that answer with a feed, in their order; a feed under two addresses counts once.
    private func proven(_ links: [FeedLink]) async -> [Find] {
        var finds: [Find] = []
        var seen: Set<String> = []
        for link in links.prefix(Self.maximumTries) {
            guard let document = try? await fetcher.fetch(.feed(url: link.url)), document.status == 200,
                let feed = Self.feed(document), seen.insert(document.url).inserted
            else { continue }
            finds.append(Find(url: link.url, feed: feed, link: link))
        }
        return finds
    }

    private static func feed(_ document: FetchedDocument) -> ParsedFeed? {
        try? FeedParser().parse(document.body, contentType: document.contentType, baseURL: document.url)
    }
}

extension FeedFinder.Find {
    init(url: String, feed: ParsedFeed, link: FeedLink?) {
        // A feed without a title has its address for one.
        let own = feed.title.flatMap { FeedAddress.web($0) == nil ? $0 : nil }
        self.init(
            url: url, format: feed.format.rawValue, title: own ?? link?.title ?? "",
            entryCount: feed.entries.count, origin: link?.origin.words ?? "the address itself")
    }
}
