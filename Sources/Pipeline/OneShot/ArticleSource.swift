public import Extraction
import FeedParsing
public import NewsModel
import Stories

/// Makes articles of an input document: the middle of the daemon's way, for one-shot scoring. Nothing is stored.
public struct ArticleSource: Sendable {
    private let extractor: PageExtractor
    private let now: @Sendable () -> Timestamp
    /// Bytes up to which a single line is taken for a headline.
    private static let longestHeadline = 400

    /// - Parameter siteRules: exceptions for single sites, for pages.
    public init(siteRules: SiteRules = .none, now: @escaping @Sendable () -> Timestamp) {
        extractor = PageExtractor(rules: siteRules)
        self.now = now
    }

    /// The articles of a text, a page, a feed or of records as NDJSON.
    public func articles(of document: InputDocument, kind: InputKind) throws(InputFailure) -> [Article] {
        switch kind == .auto ? document.guessedKind : kind {
        case .feed: try feedArticles(document)
        case .html: [try pageArticle(document)]
        case .ndjson: try recordArticles(document)
        case .text, .auto: [try textArticle(document)]
        }
    }

    private func recordArticles(_ document: InputDocument) throws(InputFailure) -> [Article] {
        var articles: [Article] = []
        for (place, line) in document.bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            do throws(InputRecord.Problem) {
                articles.append(try InputRecord(line: Array(line), number: place + 1, now: now()).article)
            } catch {
                throw InputFailure("\(document.name):\(place + 1): \(error.message)")
            }
        }
        return articles
    }

    /// The article that a page holds.
    public func page(_ document: InputDocument) throws(InputFailure) -> JSONWriter {
        var json = JSONWriter()
        try extracted(document).write(to: &json)
        return json
    }

    /// The plain text of the article that a page holds, its title first.
    public func pageText(_ document: InputDocument) throws(InputFailure) -> String {
        let page = try extracted(document)
        return page.title + "\n\n" + page.text
    }

    /// A feed as the contract's JSON.
    public func feed(_ document: InputDocument, base: String?, timeZone: String?) throws(InputFailure) -> JSONWriter {
        var json = JSONWriter()
        try parsed(document, options: FeedParserOptions(timeZone: timeZone), base: base).write(to: &json)
        return json
    }

    private func textArticle(_ document: InputDocument) throws(InputFailure) -> Article {
        guard let text = String(validating: document.bytes, as: UTF8.self) else {
            throw InputFailure("\(document.name) is not UTF-8 text")
        }
        var read = SavedTextReader().read(text)
        // One line alone is a headline: a sentence of a body would weigh less.
        if read.title.isEmpty, !read.body.utf8.contains(UInt8(ascii: "\n")),
            read.body.utf8.count <= Self.longestHeadline
        {
            (read.title, read.body) = (read.body, "")
        }
        guard !read.title.isEmpty || !read.body.isEmpty else { throw InputFailure("\(document.name) holds no text") }
        return Article(
            id: document.name, url: document.url, title: read.title, body: read.body, bodyIsExtracted: true,
            language: LanguageDetector.language(of: read.title + "\n" + read.body), author: read.byline,
            publishedAt: read.published, seenAt: now())
    }

    private func pageArticle(_ document: InputDocument) throws(InputFailure) -> Article {
        let page = try extracted(document)
        return Article(
            id: page.url ?? document.name, source: page.site, url: page.url ?? document.url, title: page.title,
            body: page.text, bodyIsExtracted: true, language: page.language, author: page.byline,
            publishedAt: page.published, seenAt: now())
    }

    private func feedArticles(_ document: InputDocument) throws(InputFailure) -> [Article] {
        let feed = try parsed(document, options: FeedParserOptions(markup: .plainText), base: document.url)
        return feed.entries.map { entry in
            let body = entry.content ?? entry.summary ?? ""
            return Article(
                id: entry.id ?? entry.link ?? entry.title, source: feed.title, url: entry.link, title: entry.title,
                body: body, bodyIsExtracted: true, language: LanguageDetector.language(of: entry.title + "\n" + body),
                author: entry.author, publishedAt: entry.published ?? entry.updated, seenAt: now())
        }
    }

    private func extracted(_ document: InputDocument) throws(InputFailure) -> ExtractedPage {
        do {
            return try extractor.extract(html: document.bytes, contentType: document.contentType, url: document.url)
        } catch {
            throw InputFailure("\(document.name): \(error)")
        }
    }

    private func parsed(
        _ document: InputDocument, options: FeedParserOptions, base: String?
    ) throws(InputFailure) -> ParsedFeed {
        do {
            return try FeedParser(options: options).parse(
                document.bytes, contentType: document.contentType, baseURL: base ?? document.url)
        } catch {
            throw InputFailure("\(document.name): \(error)")
        }
    }
}
