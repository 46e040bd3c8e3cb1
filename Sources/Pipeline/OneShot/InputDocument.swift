/// A file, a page or a text that is to be read once: what `score`, `explain`, `extract` and `feed parse` take.
public struct InputDocument: Sendable {
    public let bytes: [UInt8]
    /// The file's name, the address, or `standard input`: for messages and for guessing the kind.
    public let name: String
    /// The Content-Type, where a server said one.
    public let contentType: String?
    /// The address that relative links are relative to.
    public let url: String?

    public init(bytes: [UInt8], name: String, contentType: String? = nil, url: String? = nil) {
        self.bytes = bytes
        self.name = name
        self.contentType = contentType
        self.url = url
    }
}

/// What an input document is.
public enum InputKind: String, Sendable, Hashable, CaseIterable {
    case auto, text, html, ndjson, feed
}

/// Why an input could not be read, in plain words.
public struct InputFailure: Error, Sendable, CustomStringConvertible {
    /// True where the network, not the input, is at fault.
    public let isNetwork: Bool
    public let description: String

    public init(_ description: String, isNetwork: Bool = false) {
        self.description = description
        self.isNetwork = isNetwork
    }
}

extension InputDocument {
    /// What the document is: by its Content-Type, its name, then its first bytes.
    public var guessedKind: InputKind {
        if let kind = Self.kind(ofContentType: contentType) { return kind }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch ending {
        case "ndjson", "jsonl": return .ndjson
        case "html", "htm": return .html
        case "rss", "atom", "rdf": return .feed
        default: return guessFromBytes
        }
    }

    private static func kind(ofContentType type: String?) -> InputKind? {
        guard let type = type?.lowercased().prefix(while: { $0 != ";" }).filter({ $0 != " " }) else { return nil }
        switch type {
        case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json": return .feed
        case "application/x-ndjson", "application/jsonl": return .ndjson
        default: return nil
        }
    }

    private var guessFromBytes: InputKind {
        let head = bytes.prefix(4096)
        let start = head.firstIndex { !($0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF) } ?? head.endIndex
        let text = String(decoding: head[start...], as: UTF8.self).lowercased()
        if text.hasPrefix("{") {
            return text.contains("jsonfeed.org/version") || text.contains("\"items\"") ? .feed : .ndjson
        }
        guard text.hasPrefix("<") else { return .text }
        for mark in ["<rss", "<feed", "<rdf:rdf", "<channel"] where text.contains(mark) { return .feed }
        for mark in ["<!doctype html", "<html", "<head", "<body", "<p", "<div", "<article"] where text.contains(mark) {
            return .html
        }
        return text.hasPrefix("<?xml") ? .feed : .text
    }
}
