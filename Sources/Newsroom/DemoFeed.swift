public import NewsModel

/// One of the five feeds of the sample newsroom: each in another format, as the world has them.
public struct DemoFeed: Sendable, Hashable {
    enum Format: String, Sendable {
        case rss, atom, json, rdf
    }

    /// How much of an article its entry carries.
    enum Content: Sendable {
        case fullText, summary, linkOnly
    }

    public let name: String
    public let title: String
    public let path: String
    public let language: Language
    /// The publisher's trust rank, 1...10.
    public let sourceRank: Int
    let format: Format
    let content: Content
    let isEUCKR: Bool

    /// True where the entries only link to pages, which must be fetched.
    public var hasOnlyLinks: Bool { content == .linkOnly }

    private init(
        _ name: String, _ title: String, _ path: String, _ format: Format, _ content: Content, _ language: Language,
        rank: Int, isEUCKR: Bool = false
    ) {
        self.name = name
        self.title = title
        self.path = path
        self.format = format
        self.content = content
        self.language = language
        self.sourceRank = rank
        self.isEUCKR = isEUCKR
    }

    /// The five feeds.
    public static let all: [DemoFeed] = [
        DemoFeed("hanbit", "한빛경제", "/hanbit/rss.xml", .rss, .fullText, .korean, rank: 2),
        DemoFeed("saebyeok", "새벽일보", "/saebyeok/rss.xml", .rss, .summary, .korean, rank: 3, isEUCKR: true),
        DemoFeed("daon", "다온뉴스", "/daon/index.rdf", .rdf, .linkOnly, .korean, rank: 4),
        DemoFeed("meridian", "Meridian Wire", "/meridian/atom.xml", .atom, .summary, .english, rank: 2),
        DemoFeed("harbor", "Harbor Business Daily", "/harbor/feed.json", .json, .summary, .english, rank: 3),
    ]
}
