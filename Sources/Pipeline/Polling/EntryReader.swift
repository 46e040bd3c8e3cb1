import Extraction
import FeedParsing
import Fetching
import Logging
import NewsModel
import Stories

/// Stage 4: an entry becomes an article, with the page that it links to where the feed's setting asks for it.
struct EntryReader: Sendable {
    let fetcher: HTTPFetcher
    let extractor: PageExtractor
    let timeoutSeconds: Int
    let now: @Sendable () -> Timestamp
    let logger: Logger

    func article(_ entry: ParsedEntry, id: String, feed: Feed, origin: FeedOrigin) async -> Article {
        let reading = feed.fetchesPages ? await page(of: entry, feed: feed) : .notAsked
        let page = reading.page
        let body = page?.text ?? entry.content ?? entry.summary ?? ""
        // A feed that repeats the title as its text says nothing twice.
        let text = body == entry.title ? "" : body
        let title = entry.title.isEmpty ? page?.title ?? "" : entry.title
        let url = entry.link ?? page?.url
        return Article(
            id: id, feedURL: feed.url, source: entry.source ?? feed.source, sourceRank: feed.sourceRank, url: url,
            canonicalURL: (page?.url ?? url).flatMap(CanonicalURL.canonical), title: title, body: text,
            bodyIsExtracted: true, language: feed.language ?? LanguageDetector.language(of: title + "\n" + text),
            author: entry.author ?? page?.byline, publishedAt: published(entry, page), seenAt: now(),
            origin: origin.of(entry, reading, text: text))
    }

    /// The time that the feed states, else the page. A time in the future (over 10 minutes) is no time to rank by.
    private func published(_ entry: ParsedEntry, _ page: ExtractedPage?) -> Timestamp? {
        guard let stated = entry.published ?? entry.updated ?? page?.published else { return nil }
        return stated > now().adding(seconds: 600) ? now() : stated
    }

    /// The entry's page. Without it the entry's own text is scored: a page that does not answer must not cost the news.
    private func page(of entry: ParsedEntry, feed: Feed) async -> PageReading {
        guard let link = entry.link else { return .failed("the entry has no link") }
        do {
            var request = FetchRequest.page(url: link)
            request.timeoutSeconds = Double(timeoutSeconds)
            request.userAgent = feed.access.userAgent
            request.proxy = feed.access.proxy
            let document = try await fetcher.fetch(request)
            guard document.status == 200 else {
                logger.warning(
                    "page not read; the entry's own text is scored", metadata: ["status": "\(document.status)"])
                return .failed("its server answered \(document.status)")
            }
            let page = try extractor.extract(
                html: document.body, contentType: document.contentType, url: document.url)
            return .read(page, document)
        } catch {
            logger.warning("page not read; the entry's own text is scored", metadata: ["reason": "\(error)"])
            return .failed("\(error)")
        }
    }
}
