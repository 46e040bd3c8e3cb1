public import NewsModel

/// Finds the article in a page that was saved as text, with its menus, captions and calls for tips.
public struct SavedTextReader: Sendable {
    public init() {}

    /// The title and body of a saved text.
    ///
    /// A text without furniture is kept whole: its first line is the title only where it reads like one. Paragraphs of the
    /// body are parted by an empty line where furniture was taken out; plain prose stays byte for byte, but for white
    /// space at its ends. Takes any text, in linear time.
    public func read(_ text: String) -> (title: String, body: String, byline: String?, published: Timestamp?) {
        let paragraphs = SavedParagraphs(text)
        guard paragraphs.holdsFurniture else {
            let parts = paragraphs.plainParts()
            return (parts.title, parts.body, nil, nil)
        }
        let start = paragraphs.bodyStart
        let head = SavedHead(
            Array(paragraphs.lines[..<start]), body: paragraphs.lines[start...], furniture: paragraphs.furniture)
        let filter = FurnitureFilter(
            Array(paragraphs.lines[start...]), title: head.title, defaultOffset: paragraphs.defaultOffset)
        let body = filter.kept.map(\.text).joined(separator: "\n\n")
        return (
            head.title, body, filter.byline ?? head.byline,
            head.date(defaultOffset: paragraphs.defaultOffset) ?? filter.date
        )
    }
}
