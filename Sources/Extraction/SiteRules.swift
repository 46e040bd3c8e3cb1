/// Exceptions for single sites, read from a data file: where the article stands and what to leave out.
public struct SiteRules: Sendable, Hashable {
    /// The rules of one site.
    public struct Rule: Sendable, Hashable {
        /// The site's host without "www."; it also covers hosts below it.
        public var host: String
        /// Names (`id` or a whole `class` word) of the elements that hold the article.
        public var content: [String]
        /// Names of elements to leave out.
        public var remove: [String]
        /// Starts of lines to leave out.
        public var dropLines: [String]

        public init(host: String, content: [String] = [], remove: [String] = [], dropLines: [String] = []) {
            self.host = host
            self.content = content
            self.remove = remove
            self.dropLines = dropLines
        }
    }

    public var rules: [Rule]

    public init(rules: [Rule]) {
        self.rules = rules
    }

    /// No exceptions.
    public static let none = SiteRules(rules: [])

    /// Reads a rule file: `[host]` opens a site, then lines `content NAME`, `remove NAME`, `drop START OF LINE`; `#` starts a comment line.
    ///
    /// - Returns: the rules, and for each line that says nothing known `LINE: MESSAGE`.
    public static func parse(_ text: String) -> (rules: SiteRules, problems: [String]) {
        var rules: [Rule] = []
        var problems: [String] = []
        for (offset, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(decoding: Array(raw.utf8)[...].trimmed, as: UTF8.self)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                rules.append(Rule(host: line.dropFirst().dropLast().lowercased()))
                continue
            }
            let parts = line.split(separator: " ", maxSplits: 1)
            guard !rules.isEmpty, parts.count == 2 else {
                problems.append("\(offset + 1): expected [host], content NAME, remove NAME or drop TEXT")
                continue
            }
            let value = String(parts[1])
            switch parts[0] {
            case "content": rules[rules.count - 1].content.append(value)
            case "remove": rules[rules.count - 1].remove.append(value)
            case "drop": rules[rules.count - 1].dropLines.append(value)
            default:
                problems.append(
                    "\(offset + 1): unknown word \"\(parts[0])\"; the words are content, remove and drop")
            }
        }
        return (SiteRules(rules: rules), problems)
    }

    /// The rule for an address: that of the longest matching host.
    func rule(for url: String?) -> Rule? {
        guard let url, let host = PageAddress.host(url) else { return nil }
        return rules.filter { host == $0.host || host.hasSuffix("." + $0.host) }.max {
            $0.host.utf8.count < $1.host.utf8.count
        }
    }
}
