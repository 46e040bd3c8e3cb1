/// What a page says about itself in JSON-LD, meta elements and microdata; nothing here is guessed from its text.
struct StructuredData {
    var titles: [String] = []
    var body: String?
    var authors: [String] = []
    var published: String?
    var updated: String?
    var language: String?
    /// A summary, of use where nothing else is found.
    var description: String?
    var site: String?
    var urls: [String] = []

    /// Keeps the first value found: JSON-LD is read first, then meta elements, then microdata.
    mutating func note(_ field: WritableKeyPath<StructuredData, String?>, _ value: String?) {
        guard self[keyPath: field] == nil, let value, !value.isEmpty else { return }
        self[keyPath: field] = value
    }

    mutating func note(_ list: WritableKeyPath<StructuredData, [String]>, _ value: String?) {
        // Short values only: comparing long Strings of a page's choosing can take quadratic time.
        guard let value, !value.isEmpty, value.utf8.count <= 2_000, self[keyPath: list].count < 8,
            !self[keyPath: list].contains(value)
        else { return }
        self[keyPath: list].append(value)
    }

    init(document: HTMLDocument) {
        JSONLD.read(document, into: &self)
        MetaElements.read(document, into: &self)
        Microdata.read(document, into: &self)
    }
}

/// JSON-LD blocks with an article of schema.org.
enum JSONLD {
    static func read(_ document: HTMLDocument, into data: inout StructuredData) {
        for (index, node) in document.nodes.enumerated() where node.tag == .script {
            guard let type = document.value(.type, of: index), ByteSearch.contains(type, Array("ld+json".utf8)) else {
                continue
            }
            let text = document.ownText(of: index)
            // Some outlets wrap the block in a comment or in CDATA marks.
            guard let start = text.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
                let found = JSONReader.value(in: text[start...])
            else { continue }
            for item in items(found.value) where isArticle(item) { note(item, into: &data) }
        }
    }

    /// All objects that may be the article: the block itself, its `@graph`, what it is the main entity of.
    private static func items(_ value: JSONValue) -> [JSONValue] {
        value.elements.flatMap { item in
            [item] + (item["@graph"]?.elements ?? []) + (item["mainEntity"]?.elements ?? [])
        }
    }

    private static func isArticle(_ item: JSONValue) -> Bool {
        let types = item["@type"]?.elements.compactMap(\.string) ?? []
        return types.contains { type in
            type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type.hasSuffix("Report")
        }
    }

    private static func note(_ item: JSONValue, into data: inout StructuredData) {
        data.note(\.titles, item["headline"]?.string.map(plain))
        data.note(\.titles, item["name"]?.string.map(plain))
        data.note(\.body, item["articleBody"]?.string)
        data.note(\.published, item["datePublished"]?.string ?? item["dateCreated"]?.string)
        data.note(\.updated, item["dateModified"]?.string)
        data.note(\.language, item["inLanguage"]?.string)
        data.note(\.site, item["publisher"]?.elements.first.flatMap(name))
        for author in item["author"]?.elements ?? [] { data.note(\.authors, name(author)) }
        for key in ["mainEntityOfPage", "url"] {
            data.note(\.urls, item[key]?.string ?? item[key]?["@id"]?.string)
        }
    }

    private static func name(_ value: JSONValue) -> String? {
        (value.string ?? value["name"]?.elements.first?.string).map(plain)
    }

    private static func plain(_ text: String) -> String {
        HTMLText.plainText(fragment: text)
    }
}

/// OpenGraph and its relatives in `meta` and `link` elements.
enum MetaElements {
    static func read(_ document: HTMLDocument, into data: inout StructuredData) {
        for (index, node) in document.nodes.enumerated() {
            switch node.tag {
            case .meta: meta(document, index, into: &data)
            case .link:
                if document.attribute(.rel, of: index)?.lowercased() == "canonical",
                    let address = document.attribute(.href, of: index)
                {
                    data.urls.insert(address, at: 0)
                }
            case .html: data.note(\.language, document.attribute(.lang, of: index))
            default: break
            }
        }
    }

    private static func meta(_ document: HTMLDocument, _ index: Int, into data: inout StructuredData) {
        guard let content = document.attribute(.content, of: index),
            let name = document.attribute(.property, of: index) ?? document.attribute(.name, of: index)
                ?? document.attribute(.itemprop, of: index), name.utf8.count < 64
        else { return }
        switch name.lowercased() {
        case "og:title": data.titles.insert(content, at: 0)
        case "twitter:title", "dable:title", "title", "headline": data.note(\.titles, content)
        case "og:site_name", "application-name", "publisher":
            if !content.contains("/") { data.note(\.site, content) }
        case "og:description", "description", "twitter:description": data.note(\.description, content)
        case "og:url": data.note(\.urls, content)
        case "og:locale", "content-language": data.note(\.language, content)
        case "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
            "parsely-pub-date", "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date",
            "article_date_original":
            data.note(\.published, content)
        case "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "lastmod",
            "article:updated_time":
            data.note(\.updated, content)
        case "author", "dable:author", "article:author", "og:article:author", "dc.creator", "byl", "byline",
            "parsely-author":
            if !content.contains("://") { data.note(\.authors, content) }
        default: break
        }
    }
}

/// The `itemprop` attributes of schema.org articles, and `rel="author"`.
enum Microdata {
    static func read(_ document: HTMLDocument, into data: inout StructuredData) {
        for index in document.nodes.indices
        where document.nodes[index].tag != .text && document.nodes[index].tag != .meta {
            if let name = document.value(.itemprop, of: index) {
                property(String(decoding: name.prefix(32), as: UTF8.self), document, index, into: &data)
            }
            if document.nodes[index].tag == .a, let rel = document.value(.rel, of: index),
                rel.elementsEqual("author".utf8),
                data.authors.isEmpty
            {
                data.note(\.authors, short(document, index))
            }
        }
    }

    private static func property(
        _ name: String, _ document: HTMLDocument, _ index: Int, into data: inout StructuredData
    ) {
        switch name {
        case "headline": data.note(\.titles, short(document, index))
        case "datePublished":
            data.note(
                \.published,
                document.attribute(.datetime, of: index) ?? document.attribute(.content, of: index)
                    ?? short(document, index))
        case "dateModified":
            data.note(
                \.updated,
                document.attribute(.datetime, of: index) ?? document.attribute(.content, of: index)
                    ?? short(document, index))
        case "author", "creator":
            // Lists of other articles name authors too: the first one stands at the article.
            guard data.authors.isEmpty else { return }
            // An author element holds a `name` element, or is the name itself.
            let named = document.descendants(of: index).first {
                document.value(.itemprop, of: $0)?.elementsEqual("name".utf8) ?? false
            }
            data.note(\.authors, short(document, named ?? index))
        default: break
        }
    }

    private static func short(_ document: HTMLDocument, _ index: Int) -> String? {
        let text = document.flatText(of: index)
        return text.utf8.count < 300 ? text : nil
    }
}
