/// The XML namespaces that a feed's elements come from.
enum Namespace: UInt8, Sendable {
    /// No namespace, or one of RSS 0.9, 1.0, 2.0, CDF: the elements that feeds share.
    case none
    case atom, rdf, content, dublinCore, dublinCoreTerms, media, itunes, xhtml, xml, feedburner, syndication
    /// Any other: such elements are passed over.
    case other

    /// Finds the namespace of a URI, in the spellings seen in feeds.
    init(uri: String) {
        let key =
            uri.utf8.last == UInt8(ascii: "/") || uri.utf8.last == UInt8(ascii: "#") ? String(uri.dropLast()) : uri
        self = Self.byURI[key.lowercased()] ?? .other
    }

    /// Finds the namespace that a prefix usually stands for, where the document forgot to declare it.
    init(undeclaredPrefix prefix: String) {
        self = Self.byPrefix[prefix.lowercased()] ?? .other
    }

    private static let byURI: [String: Namespace] = [
        "": .none,
        "http://purl.org/rss/1.0": .none,
        "http://my.netscape.com/rdf/simple/0.9": .none,
        "http://channel.netscape.com/rdf/simple/0.9": .none,
        "http://backend.userland.com/rss": .none,
        "http://backend.userland.com/rss2": .none,
        "http://backend.userland.com/rss091": .none,
        "http://blogs.law.harvard.edu/tech/rss": .none,
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": .none,
        "http://purl.org/net/rss1.1": .none,
        "http://www.w3.org/2005/atom": .atom,
        "http://purl.org/atom/ns": .atom,
        "http://purl.org/atom-blog/ns": .atom,
        "http://example.com/newformat": .atom,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "http://purl.org/rss/1.0/modules/content": .content,
        "http://purl.org/dc/elements/1.1": .dublinCore,
        "http://purl.org/dc/elements/1.0": .dublinCore,
        "http://purl.org/dc/terms": .dublinCoreTerms,
        "http://search.yahoo.com/mrss": .media,
        "https://search.yahoo.com/mrss": .media,
        "http://www.rssboard.org/media-rss": .media,
        "http://video.search.yahoo.com/mrss": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "http://www.w3.org/1999/xhtml": .xhtml,
        "http://www.w3.org/xml/1998/namespace": .xml,
        "http://rssnamespace.org/feedburner/ext/1.0": .feedburner,
        "http://purl.org/rss/1.0/modules/syndication": .syndication,
    ]

    private static let byPrefix: [String: Namespace] = [
        "": .none, "rss": .none, "atom": .atom, "atom10": .atom, "a10": .atom, "rdf": .rdf, "content": .content,
        "dc": .dublinCore, "dcterms": .dublinCoreTerms, "media": .media, "itunes": .itunes, "xhtml": .xhtml,
        "xml": .xml, "feedburner": .feedburner, "sy": .syndication,
    ]
}

/// The local names that the adapters look at, of elements and attributes alike, in lower case.
enum Tag: String, Sendable {
    case abstract, alternate, about, author, base, body, category, channel, cloud, content, contributor, copyright
    case created, creator, date, day, description, div, email, enclosure, encoded, entry, expirationdate, feed, filesize
    case generator, group, guid, height, hour, href, html, icon, id, identifier, image, info, ispermalink, issued, item
    case itemref, items, keywords, label, lang, language, lastbuilddate, lastmod, length, link, links, logo
    case managingeditor, medium, mode, modified, name, origlink, owner, player, pubdate, published, publisher, rdf, rel
    case resource, rights, rss, schedule, scheme, seq, skipdays, skiphours, source, src, subject, subtitle, summary
    case tagline, term, text, textinput, thumbnail, title, ttl, type, updated, updatefrequency, updateperiod, uri, url
    case userid, value, version, webmaster, width
    case unknown
}

/// The name of an element or attribute: what it is, and where its spelling stands in the reader's table.
struct XMLName: Sendable, Hashable {
    var namespace: Namespace
    var tag: Tag
    /// Index into `WireBuilder.spellings`.
    var spelling: Int32
}

/// One attribute of an element.
struct XMLAttribute: Sendable {
    let name: XMLName
    let value: String
}
