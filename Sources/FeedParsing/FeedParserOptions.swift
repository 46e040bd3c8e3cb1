/// What a user or caller wants of the reading of one feed.
public struct FeedParserOptions: Sendable, Hashable {
    /// The form of `summary`, `content` and `description`.
    public enum Markup: Sendable, Hashable {
        case sanitizedHTML
        /// Plain text, a line for each block: what the scorer reads, made in the same pass.
        case plainText
        /// HTML as the feed gave it, not made safe: for a caller that reads it on and never shows it.
        case asWritten
    }

    /// A character set over what server and document say.
    public var charset: String?
    /// The zone of dates that name none: an IANA name (`Asia/Seoul`) or an offset (`+09:00`). Nil: Asia/Seoul where the
    /// feed is in Korean or its host ends in `.kr`, else UTC.
    public var timeZone: String?
    public var markup: Markup

    public init(charset: String? = nil, timeZone: String? = nil, markup: Markup = .sanitizedHTML) {
        self.charset = charset
        self.timeZone = timeZone
        self.markup = markup
    }
}
