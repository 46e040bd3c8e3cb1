/// The part of an article that a span lies in.
public enum TextField: String, Sendable, Hashable, Codable {
    case title, body
}

/// A piece of an article's text. Offsets are Unicode code points, the end exclusive.
public struct TextSpan: Sendable, Hashable {
    public let field: TextField
    public let start: Int
    public let end: Int
    /// The text between `start` and `end`, as the article spells it.
    public let text: String

    public init(field: TextField, start: Int, end: Int, text: String) {
        self.field = field
        self.start = start
        self.end = end
        self.text = text
    }
}

/// A span, the lexicon line that matched there, and what it added to the score.
public struct Evidence: Sendable, Hashable {
    public let span: TextSpan
    /// `FILE:LINE` of the lexicon, relative to the lexicons folder: `ko/events.txt:120`.
    public let rule: String
    /// What the term adds after its modifiers; nil for events, whose `score` stands on the event.
    public let weight: Double?
    /// The modifiers that changed the weight, in the order in which they apply: `negated by 않았다 (ko/modifiers.txt:12)`.
    public let modifiers: [String]

    public init(span: TextSpan, rule: String, weight: Double? = nil, modifiers: [String] = []) {
        self.span = span
        self.rule = rule
        self.weight = weight
        self.modifiers = modifiers
    }
}
