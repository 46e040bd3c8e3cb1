/// Why bytes could not be read as a feed. None of these is worth a retry with the same bytes.
public struct FeedParsingError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// No bytes, or blanks only.
        case empty
        /// A web page came in the feed's place.
        case html
        /// JSON that is no JSON Feed, or is broken.
        case json
        /// Neither XML nor JSON.
        case unknownFormat = "unknown_format"
        /// XML that is no feed.
        case notAFeed = "not_a_feed"
    }

    public let code: Code
    /// The reason in plain words, for a user.
    public let message: String
    /// Feeds that the page names (`link rel="alternate"`), for code `html`.
    public let alternatives: [String]

    public init(code: Code, message: String, alternatives: [String] = []) {
        self.code = code
        self.message = message
        self.alternatives = alternatives
    }

    public var description: String { message }

    /// The same bytes will not become a feed.
    public var isTransient: Bool { false }
}
