import CharacterDecoding

/// Reads a feed in any of the formats of `ParsedFeed.Format`. Pure; safe to share between threads.
///
/// Never crashes on bytes. What is not well-formed is repaired and told in `ParsedFeed.problems`.
public struct FeedParser: Sendable {
    private let options: FeedParserOptions

    public init(options: FeedParserOptions = .init()) {
        self.options = options
    }

    /// Reads a feed.
    ///
    /// - Parameters:
    ///   - contentType: the Content-Type header; only its charset counts, for servers name feeds as they please.
    ///   - baseURL: where the feed came from, for relative links.
    /// - Throws: `FeedParsingError` where the bytes hold no feed.
    public func parse(_ bytes: [UInt8], contentType: String?, baseURL: String?) throws(FeedParsingError) -> ParsedFeed {
        let decoded = TextDecoder(override: options.charset)
            .decodeToUTF8(bytes, contentType: contentType, declaration: .xml)
        var feed: ParsedFeed
        switch FeedSniffing.kind(of: decoded.utf8) {
        case .empty: throw FeedParsingError(code: .empty, message: "the answer is empty")
        case .html: throw FeedSniffing.pageError(decoded.utf8, baseURL: baseURL)
        case .unknown: throw FeedParsingError(code: .unknownFormat, message: "this is no feed: neither XML nor JSON")
        case .json: feed = try JSONFeedAdapter(options: options, baseURL: baseURL).feed(decoded.utf8)
        case .xml:
            guard let document = XMLDocumentReader.read(decoded.utf8, baseURL: baseURL) else {
                throw FeedParsingError(code: .unknownFormat, message: "this is no feed: it holds no XML element")
            }
            if document.root == .html { throw FeedSniffing.pageError(decoded.utf8, baseURL: baseURL) }
            feed = try XMLFeedAdapter(document: document, options: options, encoding: decoded.encoding).feed()
        }
        feed.encoding = decoded.encoding
        feed.encodingReason = decoded.reason.rawValue
        feed.problems = decoded.problems + feed.problems
        MissingTitles.fill(&feed, baseURL: baseURL)
        return feed
    }
}
