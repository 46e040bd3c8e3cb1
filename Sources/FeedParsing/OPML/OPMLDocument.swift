/// A list of subscriptions, as OPML 1.0 and 2.0 carry it.
public struct OPMLDocument: Sendable, Hashable {
    public enum Version: String, Sendable, Hashable, CaseIterable {
        case one = "1.0"
        case two = "2.0"
    }

    public var version: Version
    /// Plain text; nil where there is none.
    public var title: String?
    /// In document order.
    public var feeds: [OPMLFeed]
    /// Outlines that were passed over, each with its line: `line 12: ...`.
    public var problems: [String]

    public init(version: Version = .two, title: String? = nil, feeds: [OPMLFeed] = [], problems: [String] = []) {
        self.version = version
        self.title = title
        self.feeds = feeds
        self.problems = problems
    }
}

/// One subscription.
public struct OPMLFeed: Sendable, Hashable {
    /// `xmlUrl`.
    public var url: String
    /// `text`, else `title`; empty where it has neither.
    public var title: String
    /// `htmlUrl`: the page that the feed belongs to.
    public var page: String?
    /// The texts of the outlines around it, outermost first.
    public var folder: [String]
    /// Settings of this program, by their names in its configuration; other programs pass them over.
    public var settings: [String: String]
    /// Where it stands in the document; 0 for one that was not read.
    public var line: Int

    public init(
        url: String, title: String, page: String? = nil, folder: [String] = [], settings: [String: String] = [:],
        line: Int = 0
    ) {
        self.url = url
        self.title = title
        self.page = page
        self.folder = folder
        self.settings = settings
        self.line = line
    }
}

/// Why a document is no OPML.
public struct OPMLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// 1 for the first.
    public let line: Int
    public let message: String

    public init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    public var description: String { "line \(line): \(message)" }

    /// The same bytes will not become OPML.
    public var isTransient: Bool { false }
}
