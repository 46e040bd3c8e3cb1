public import NewsModel

/// A feed as it was read, whatever its format.
public struct ParsedFeed: Sendable, Hashable {
    /// The formats that can be read.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case rss2
        case rss1
        case rss09x = "rss0.9x"
        case atom
        case atom03 = "atom0.3"
        case json
        case cdf
    }

    public var format: Format
    /// The version as the feed states it: `2.0`, `0.91`, `1.1`.
    public var version: String?
    /// The character set it was read in, as `DecodedText.encoding`.
    public var encoding: String
    /// What decided on it, in plain words; empty where the feed was not read from bytes.
    public var encodingReason = ""
    /// Plain text in one line; nil where the feed has none.
    public var title: String?
    /// The page that the feed belongs to, absolute where that could be made out.
    public var link: String?
    /// Sanitised HTML.
    public var description: String?
    /// As the feed states it: `ko`, `en-US`.
    public var language: String?
    public var updated: Timestamp?
    /// The names of the feed's authors; entries without authors have them too.
    public var authors: [String]
    /// Minutes for which the feed asks to be left alone (`ttl`, or `sy:updatePeriod` and `sy:updateFrequency`).
    public var ttlMinutes: Int?
    /// When the feed asks not to be polled.
    public var quietHours = QuietHours()
    /// In the feed's order, at most 5,000.
    public var entries: [ParsedEntry]
    /// What was wrong with the feed, in plain words; empty where all was well.
    public var problems: [String]

    public init(
        format: Format, version: String? = nil, encoding: String = "utf-8", title: String? = nil, link: String? = nil,
        description: String? = nil, language: String? = nil, updated: Timestamp? = nil, authors: [String] = [],
        ttlMinutes: Int? = nil, entries: [ParsedEntry] = [], problems: [String] = []
    ) {
        self.format = format
        self.version = version
        self.encoding = encoding
        self.title = title
        self.link = link
        self.description = description
        self.language = language
        self.updated = updated
        self.authors = authors
        self.ttlMinutes = ttlMinutes
        self.entries = entries
        self.problems = problems
    }
}

/// One item of a feed.
public struct ParsedEntry: Sendable, Hashable {
    /// The feed's own id of it; nil where it has none.
    public var id: String?
    /// Plain text in one line; empty where it has none.
    public var title: String
    /// The article's URL, absolute where that could be made out.
    public var link: String?
    /// Sanitised HTML, or plain text where the parser's options say so; nil where it has none.
    public var summary: String?
    /// As `summary`; the full text where the feed carries it.
    public var content: String?
    /// Names, the first one first.
    public var authors: [String]
    /// When the publisher says that it was published; nil where it does not, or where its date cannot be read.
    public var published: Timestamp?
    public var updated: Timestamp?
    public var categories: [String]
    public var enclosures: [ParsedEnclosure]
    /// The publisher, where the entry names one of its own.
    public var source: String?

    /// The first author.
    public var author: String? { authors.first }

    public init(
        id: String? = nil, title: String = "", link: String? = nil, summary: String? = nil, content: String? = nil,
        authors: [String] = [], published: Timestamp? = nil, updated: Timestamp? = nil, categories: [String] = [],
        enclosures: [ParsedEnclosure] = []
    ) {
        self.id = id
        self.title = title
        self.link = link
        self.summary = summary
        self.content = content
        self.authors = authors
        self.published = published
        self.updated = updated
        self.categories = categories
        self.enclosures = enclosures
    }
}

/// A file that goes with an entry.
public struct ParsedEnclosure: Sendable, Hashable {
    public var url: String
    /// A media type such as `audio/mpeg`.
    public var type: String?
    /// Bytes.
    public var length: Int?

    public init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}
