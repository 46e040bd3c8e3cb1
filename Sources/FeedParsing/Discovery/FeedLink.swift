/// A place where a page's feed may be.
public struct FeedLink: Sendable, Hashable {
    /// How it was found, the surest first.
    public enum Origin: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// `<link rel="alternate">` with the type of a feed.
        case alternate
        /// `<link rel="feed">` or `<a rel="feed">`.
        case feedRelation
        /// A link whose type or address looks like a feed's.
        case anchor
        /// A path where many sites keep their feed; the page does not name it.
        case wellKnownPath

        public static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }

        /// For a person.
        public var words: String {
            switch self {
            case .alternate: "link rel=alternate"
            case .feedRelation: "rel=feed"
            case .anchor: "a link on the page"
            case .wellKnownPath: "a usual path"
            }
        }
    }

    public let url: String
    /// Plain text; nil where it has none.
    public let title: String?
    /// `rss`, `atom`, `json`, `cdf` or `rdf` by the type that the page gives; nil where it gives none.
    public let kind: String?
    public let origin: Origin

    public init(url: String, title: String?, kind: String?, origin: Origin) {
        self.url = url
        self.title = title
        self.kind = kind
        self.origin = origin
    }
}
