public import NewsModel

/// The article that a page holds.
public struct ExtractedPage: Sendable, Hashable {
    /// Plain text without the site's name; empty where the page names none.
    public var title: String
    /// Plain text; paragraphs are parted by an empty line.
    public var text: String
    /// Who wrote it, as the page says; several names are joined by ", ".
    public var byline: String?
    public var published: Timestamp?
    public var updated: Timestamp?
    public var language: Language
    /// The publisher's name.
    public var site: String?
    /// The canonical address, http or https.
    public var url: String?
    /// The character set that the page was read in, and what decided on it; empty where it was not read from bytes.
    public var encoding = ""
    public var encodingReason = ""

    public init(
        title: String, text: String, byline: String? = nil, published: Timestamp? = nil, updated: Timestamp? = nil,
        language: Language, site: String? = nil, url: String? = nil
    ) {
        self.title = title
        self.text = text
        self.byline = byline
        self.published = published
        self.updated = updated
        self.language = language
        self.site = site
        self.url = url
    }

    /// Writes the object that `newsward extract` prints.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("title")
            writer.string(title)
            writer.name("text")
            writer.string(text)
            writer.name("byline")
            writer.string(byline)
            writer.name("published")
            writer.string(published?.iso8601)
            writer.name("updated")
            writer.string(updated?.iso8601)
            writer.name("language")
            writer.string(language.rawValue)
            writer.name("site")
            writer.string(site)
            writer.name("url")
            writer.string(url)
        }
    }
}
