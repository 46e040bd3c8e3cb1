/// Gives a title to what has none, so that a notice always has a line to show.
enum MissingTitles {
    /// Code points of a title that is made of text.
    private static let limit = 100

    static func fill(_ feed: inout ParsedFeed, baseURL: String?) {
        if feed.title == nil { feed.title = feed.link ?? baseURL }
        for index in feed.entries.indices where feed.entries[index].title.isEmpty {
            feed.entries[index].title = title(of: feed.entries[index])
        }
    }

    /// The start of the text; without text, the link.
    private static func title(of entry: ParsedEntry) -> String {
        for html in [entry.summary, entry.content] {
            guard let html else { continue }
            let text = PlainText.title(Array(html.utf8.prefix(4096))[...])
            if !text.isEmpty { return shortened(text) }
        }
        return entry.link ?? ""
    }

    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else {
            return text
        }
        return String(scalars[..<end]) + "…"
    }
}
