/// Why no article could be taken from a page. Never transient: the same bytes give the same answer.
public struct ExtractionError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, Hashable {
        /// The page has no bytes.
        case empty
        /// The page holds no text at all.
        case noText
    }

    public let code: Code
    /// The page's address, where known, without its query and credentials.
    public let url: String?

    public init(code: Code, url: String? = nil) {
        self.code = code
        self.url = url.map(PageAddress.forDisplay)
    }

    public var isTransient: Bool { false }

    public var description: String {
        let place = url.map { " at \($0)" } ?? ""
        switch code {
        case .empty: return "the page\(place) is empty"
        case .noText: return "the page\(place) holds no text"
        }
    }
}
