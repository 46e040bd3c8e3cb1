import FeedParsing
public import NewsModel

/// Subscriptions in the form that feed readers exchange, OPML.
public struct SubscriptionList: Sendable {
    public let feeds: [Feed]
    /// What was passed over, each with its line.
    public let problems: [String]

    /// Reads OPML.
    ///
    /// - Parameter name: stands for the document in messages.
    /// - Throws: where it is not well-formed or no OPML, with the line.
    public init(opml bytes: [UInt8], name: String) throws(InputFailure) {
        let document: OPMLDocument
        do {
            document = try OPMLReader.read(bytes)
        } catch {
            throw InputFailure("\(name), \(error.description)")
        }
        var first: [String: Int] = [:]
        var feeds: [Feed] = []
        var problems = document.problems
        for outline in document.feeds {
            if let line = first[outline.url] {
                problems.append("line \(outline.line): \(Self.shown(outline.url)) stands on line \(line) already")
            } else {
                first[outline.url] = outline.line
                feeds.append(Self.feed(outline))
            }
        }
        self.feeds = feeds
        self.problems = problems.map { "\(name), \($0)" }
    }

    /// Writes OPML. Feeds proper only: other programs cannot read the other sources. No user and password leave in an address.
    public static func opml(_ feeds: [Feed], title: String, version: String, created: Timestamp) -> String {
        let outlines = feeds.filter { FeedAddress.web($0.url) != nil }.map { feed in
            OPMLFeed(
                url: shown(feed.url), title: feed.source, folder: feed.folder, settings: settings(feed))
        }
        let document = OPMLDocument(version: .init(rawValue: version) ?? .two, title: title, feeds: outlines)
        return OPMLWriter.text(document, created: created)
    }

    /// The address that a user's text stands for: `feed://...` is an http address, all else stays.
    public static func address(_ text: String) -> String {
        FeedAddress.web(text) ?? text
    }

    /// An address without user and password.
    public static func shown(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        guard let at = rest[..<end].lastIndex(of: "@") else { return url }
        return String(url[..<scheme.upperBound] + rest[rest.index(after: at)...])
    }

    private static func settings(_ feed: Feed) -> [String: String] {
        var settings: [String: String] = [:]
        if feed.sourceRank != 5 { settings["rank"] = "\(feed.sourceRank)" }
        if let language = feed.language { settings["language"] = language.rawValue }
        if feed.fetchesPages { settings["pages"] = "true" }
        if let interval = feed.intervalSeconds { settings["interval"] = "\(interval)s" }
        settings["charset"] = feed.charset
        return settings
    }

    /// Settings that this program would not write are passed over: they are another's, or a later version's.
    private static func feed(_ outline: OPMLFeed) -> Feed {
        let settings = outline.settings
        let host = shown(outline.url).split(separator: "/").dropFirst().first.map(String.init) ?? outline.url
        var feed = Feed(url: outline.url, source: outline.title.isEmpty ? host : outline.title)
        if let rank = settings["rank"].flatMap({ Int($0) }), (1...10).contains(rank) { feed.sourceRank = rank }
        feed.language = settings["language"].flatMap(Language.init(rawValue:)).flatMap {
            $0 == .undetermined ? nil : $0
        }
        feed.fetchesPages = settings["pages"] == "true"
        if let text = settings["interval"], text.hasSuffix("s"), let seconds = Int(text.dropLast()),
            (1...7 * 86_400).contains(seconds)
        {
            feed.intervalSeconds = seconds
        }
        feed.charset = settings["charset"]
        feed.folder = outline.folder
        return feed
    }
}
