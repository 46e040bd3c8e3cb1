/// Tells by its first bytes what a document is.
enum FeedSniffing {
    enum Kind {
        case empty, xml, json, html, unknown
    }

    static func kind(of bytes: [UInt8]) -> Kind {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return .empty }
        if bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") { return .json }
        // Rubbish may stand before the root: warnings of a script, a stray line.
        guard let open = bytes[first...].prefix(64 * 1024).firstIndex(of: UInt8(ascii: "<")) else { return .unknown }
        let head = lowercased(bytes[open...].prefix(512))
        if head.starts(with: "<!doctype html".utf8) || head.starts(with: "<html".utf8) {
            return isFeedInside(bytes) ? .xml : .html
        }
        return .xml
    }

    /// The error for a page, naming the feeds that the page itself names.
    static func pageError(_ bytes: [UInt8], baseURL: String?) -> FeedParsingError {
        let found = alternatives(bytes, baseURL: baseURL)
        let message =
            found.isEmpty
            ? "a web page came in place of a feed"
            : "a web page came in place of a feed; it names \(found.joined(separator: ", "))"
        return FeedParsingError(code: .html, message: message, alternatives: found)
    }

    /// Feeds that the page names, the surest first, at most five.
    static func alternatives(_ bytes: [UInt8], baseURL: String?) -> [String] {
        FeedDiscovery.links(utf8: bytes, baseURL: baseURL).prefix(5).map(\.url)
    }

    /// A feed can follow a page's doctype by mistake.
    private static func isFeedInside(_ bytes: [UInt8]) -> Bool {
        let head = lowercased(bytes.prefix(1024))
        return ["<rss", "<feed", "<rdf:rdf"].contains { contains($0, in: head) }
    }

    private static func contains(_ word: StaticString, in bytes: [UInt8]) -> Bool {
        let letters = Array(word.description.utf8)
        return bytes.indices.contains { bytes[$0] == letters[0] && bytes[$0...].starts(with: letters) }
    }

    private static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
}
