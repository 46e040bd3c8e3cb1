/// How an article came to us: small facts noted when it was read, for the answer to "why".
public struct ArticleOrigin: Sendable, Hashable, Codable {
    /// One document that was fetched and read.
    public struct Document: Sendable, Hashable, Codable {
        /// The address that answered, without user, password and fragment.
        public let url: String
        public let status: Int
        /// Milliseconds of the exchange, without the wait for its turn.
        public let milliseconds: Int
        /// Bytes of the decoded body.
        public let bytes: Int
        public let contentType: String?
        /// The character set it was read in: `utf-8`, `euc-kr`.
        public let charset: String
        /// What decided on the character set, in plain words.
        public let charsetReason: String
        /// What was odd about the document, the first few only.
        public let problems: [String]

        public init(
            url: String, status: Int, milliseconds: Int, bytes: Int, contentType: String?, charset: String,
            charsetReason: String, problems: [String]
        ) {
            self.url = url
            self.status = status
            self.milliseconds = milliseconds
            self.bytes = bytes
            self.contentType = contentType
            self.charset = charset
            self.charsetReason = charsetReason
            self.problems = problems
        }
    }

    /// What the scored text was taken from.
    public enum TextSource: String, Sendable, Hashable, Codable {
        case page, content, summary, title
    }

    public let feed: Document
    /// `rss2`, `atom`, ...
    public let feedFormat: String
    /// The feed's own id of the entry.
    public let entryID: String?
    /// The page that the entry links to, where it was read.
    public let page: Document?
    /// Why the page was not read although the feed's setting asks for it.
    public let pageProblem: String?
    public let text: TextSource

    public init(
        feed: Document, feedFormat: String, entryID: String?, page: Document?, pageProblem: String?, text: TextSource
    ) {
        self.feed = feed
        self.feedFormat = feedFormat
        self.entryID = entryID
        self.page = page
        self.pageProblem = pageProblem
        self.text = text
    }
}
