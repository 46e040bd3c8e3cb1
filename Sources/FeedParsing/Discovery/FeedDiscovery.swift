internal import CharacterDecoding

/// Finds the feeds of a page. Pure: nothing is fetched.
public enum FeedDiscovery {
    /// Paths where sites keep their feeds, the most usual first.
    static let paths = [
        "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/feed.json", "/index.xml", "/feed/", "/rss/",
        "/index.rdf", "/feeds/posts/default",
    ]

    /// Bytes of a page that are looked through.
    private static let maximumBytes = 1024 * 1024
    private static let maximumLinks = 50

    /// The feeds that a page in any character set names, the surest first, each address once.
    public static func links(page bytes: [UInt8], contentType: String? = nil, url: String) -> [FeedLink] {
        let decoded = TextDecoder().decodeToUTF8(bytes, contentType: contentType, declaration: .html)
        return links(utf8: decoded.utf8, baseURL: url)
    }

    /// The usual places on the server of a page, and below its folder.
    public static func wellKnownLinks(url: String) -> [FeedLink] {
        var bases = ["/"]
        let folder = URLResolution.resolve("./", against: url)
        if URLResolution.isWeb(folder), folder != URLResolution.resolve("/", against: url) { bases.append("./") }
        return bases.flatMap { base in
            paths.map { path in
                FeedLink(
                    url: URLResolution.resolve(base + path.dropFirst(), against: url), title: nil, kind: nil,
                    origin: .wellKnownPath)
            }
        }
    }

    /// As `links(page:)`, for a page that is UTF-8 already.
    static func links(utf8 bytes: [UInt8], baseURL: String?) -> [FeedLink] {
        var scan = PageScan(baseURL: baseURL ?? "")
        scan.read(Array(bytes.prefix(maximumBytes)))
        var seen: Set<String> = baseURL.map { [$0] } ?? []
        return scan.found.sorted { $0.origin < $1.origin }.filter { seen.insert($0.url).inserted }
            .prefix(maximumLinks).map { $0 }
    }
}

/// One pass over the tags of a page.
private struct PageScan {
    private(set) var found: [FeedLink] = []
    private var base: String
    /// The link whose text is being read, for its title.
    private var open: (place: Int, text: [UInt8])?

    init(baseURL: String) {
        base = baseURL
    }

    mutating func read(_ bytes: [UInt8]) {
        var scanner = HTMLScanner(bytes[...])
        while let token = scanner.next() {
            switch token {
            case .start(let element, let range, _): start(element.name, LinkAttributes(bytes[range]))
            case .end(let element): if element.name == "a" { closeLink() }
            case .text(let range):
                if let text = open?.text, text.count < 300 { open?.text += bytes[range].prefix(300) }
            }
        }
    }

    private mutating func start(_ name: String, _ link: LinkAttributes) {
        switch name {
        case "base":
            if let href = link.href, !href.isEmpty { base = URLResolution.resolve(href, against: base) }
        case "link", "a":
            closeLink()
            guard let href = link.href, let url = FieldReader.webLink(href, base: base), URLResolution.isWeb(url),
                let origin = link.origin(isAnchor: name == "a")
            else { return }
            found.append(FeedLink(url: url, title: link.title, kind: link.kind, origin: origin))
            if name == "a", link.title == nil { open = (found.count - 1, []) }
        default: break
        }
    }

    private mutating func closeLink() {
        guard let (place, text) = open else { return }
        open = nil
        let title = PlainText.title(text[...])
        guard !title.isEmpty else { return }
        let link = found[place]
        found[place] = FeedLink(url: link.url, title: title, kind: link.kind, origin: link.origin)
    }
}

/// What a `<link>` or `<a>` says about its target.
private struct LinkAttributes {
    private(set) var href: String?
    private(set) var title: String?
    private var type = ""
    private var relations: Set<Substring> = []

    private static let kinds = [
        "application/rss+xml": "rss", "application/atom+xml": "atom", "application/feed+json": "json",
        "application/rdf+xml": "rdf", "application/x-cdf": "cdf", "application/x-netcdf": "cdf", "text/rss+xml": "rss",
    ]

    init(_ bytes: ArraySlice<UInt8>) {
        var attributes = HTMLAttributeReader(bytes)
        while let (name, value) = attributes.next() {
            let text = PlainText.title(value)
            switch String(decoding: name, as: UTF8.self).lowercased() {
            case "href": href = text
            case "title": title = text.isEmpty ? nil : text
            case "type": type = String(text.lowercased().prefix { $0 != ";" })
            case "rel": relations = Set(text.lowercased().split(separator: " "))
            default: break
            }
        }
    }

    var kind: String? {
        // Plain JSON as an alternate is a feed on few sites; its address tells.
        if let kind = Self.kinds[type] { return kind }
        return type == "application/json" && (href ?? "").lowercased().contains("feed") ? "json" : nil
    }

    /// How sure it is that this leads to a feed; nil where it does not.
    func origin(isAnchor: Bool) -> FeedLink.Origin? {
        if relations.contains("feed") { return .feedRelation }
        // Some pages forget the relation where the type says it all.
        if !isAnchor { return kind != nil && (relations.isEmpty || relations.contains("alternate")) ? .alternate : nil }
        return kind != nil || Self.looksLikeFeed(href ?? "") ? .anchor : nil
    }

    /// An address whose last part is what feeds are called.
    private static func looksLikeFeed(_ href: String) -> Bool {
        let path = href.lowercased().prefix { $0 != "?" && $0 != "#" }
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        return ["rss", "feed", "feeds", "atom", "rdf"].contains(last)
            || [".rss", ".atom", ".rdf", "rss.xml", "atom.xml", "feed.xml", "feed.json"].contains { last.hasSuffix($0) }
    }
}
