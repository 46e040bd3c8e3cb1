import NewsModel

/// An entry of the list of feeds, as commands hand it to the daemon and as the file gets it.
struct FeedEntry: Codable, Sendable {
    var url: String
    var source: String
    var rank: Int?
    var language: String?
    var pages: Bool?
    var interval: Int?
    var charset: String?
    var folder: [String]?

    init(url: String, source: String) {
        self.url = url
        self.source = source
    }

    init(_ feed: Feed) {
        url = feed.url
        source = feed.source
        rank = feed.sourceRank == 5 ? nil : feed.sourceRank
        language = feed.language?.rawValue
        pages = feed.fetchesPages ? true : nil
        interval = feed.intervalSeconds
        charset = feed.charset
        folder = feed.folder.isEmpty ? nil : feed.folder
    }

    /// The lines of the entry, its dash after so many blanks.
    func yaml(indentation: Int) -> [String] {
        var keys = ["url: \(Self.quoted(url))", "source: \(Self.quoted(source))"]
        if let rank { keys.append("rank: \(rank)") }
        if let language { keys.append("language: \(language)") }
        if let pages { keys.append("pages: \(pages)") }
        if let interval { keys.append("interval: \(interval)s") }
        if let charset { keys.append("charset: \(Self.quoted(charset))") }
        if let folder { keys.append("folder: [\(folder.map(Self.quoted).joined(separator: ", "))]") }
        let blanks = String(repeating: " ", count: indentation)
        return keys.enumerated().map { blanks + ($0.offset == 0 ? "- " : "  ") + $0.element }
    }

    /// A double-quoted scalar of YAML.
    private static func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                output += "\\"
                output.unicodeScalars.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
