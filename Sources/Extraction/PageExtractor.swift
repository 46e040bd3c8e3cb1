import CharacterDecoding
import NewsModel

/// Takes the article out of a web page.
///
/// What a page declares about itself (JSON-LD, OpenGraph, microdata) goes before what is guessed; the body is found by
/// the density of prose, and in script data where the page's markup holds none. Pure, safe to share between threads.
/// Limits: the first 2 MiB of a page are read, elements 256 deep; any bytes are taken, in time linear in them.
public struct PageExtractor: Sendable {
    private let rules: SiteRules

    /// - Parameter rules: exceptions for single sites.
    public init(rules: SiteRules = .none) {
        self.rules = rules
    }

    /// The article of a page.
    ///
    /// - Parameters:
    ///   - html: the page as it came; its character set is found here.
    ///   - contentType: the Content-Type header, where there was one.
    ///   - url: the address that the page came from; completes relative links and picks the site's rules.
    /// - Throws: `ExtractionError.empty` without bytes, `.noText` for a page on which no text can be read.
    public func extract(html: [UInt8], contentType: String?, url: String?) throws(ExtractionError) -> ExtractedPage {
        guard html.contains(where: { !ASCII.isSpace($0) }) else { throw ExtractionError(code: .empty, url: url) }
        let limit = HTMLTreeBuilder.maximumLength
        let read = html.count > limit ? Array(html.prefix(limit)) : html
        let decoded = TextDecoder().decodeToUTF8(read, contentType: contentType, declaration: .html)
        let document = HTMLTreeBuilder.document(decoded.utf8)
        let data = StructuredData(document: document)
        let metadata = PageMetadata(document: document, data: data, url: url)
        let body = ArticleBody(
            document: document, data: data, metadata: metadata, rule: rules.rule(for: metadata.url ?? url))
        guard !body.text.isEmpty || !metadata.title.isEmpty else { throw ExtractionError(code: .noText, url: url) }
        let language = LanguageDetector.language(
            of: body.text.utf8.count > 100 ? body.text : metadata.title + "\n" + body.text)
        var page = ExtractedPage(
            title: metadata.title, text: body.text, byline: metadata.byline ?? body.byline,
            published: metadata.published ?? body.date
                ?? ScriptDate.published(
                    in: document, title: metadata.title, defaultOffset: metadata.defaultOffset),
            updated: metadata.updated, language: language,
            site: metadata.site,
            url: metadata.url)
        page.encoding = decoded.encoding
        page.encodingReason = decoded.reason.rawValue
        return page
    }
}
