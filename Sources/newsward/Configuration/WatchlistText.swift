/// The text of a watchlist file, changed line by line so that the user's comments and order stay.
struct WatchlistText {
    enum Key: String {
        case companies, terms
    }

    private(set) var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var text: String { lines.joined(separator: "\n") }

    /// Adds an entry behind the last one of its list. False where the list stands in one line and is not empty.
    mutating func add(_ entry: String, to key: Key) -> Bool {
        let item = "  - \(Self.scalar(entry))"
        guard let head = head(of: key) else {
            if lines.last == "" { lines.removeLast() }
            lines += ["\(key.rawValue):", item, ""]
            return true
        }
        let value = Self.content(String(lines[head].dropFirst(key.rawValue.count + 1)))
        if value == "[]" { lines[head] = "\(key.rawValue):" } else if !value.isEmpty { return false }
        let items = items(below: head)
        let indent = items.last.map { lines[$0].prefix { $0 == " " } } ?? "  "
        lines.insert("\(indent)- \(Self.scalar(entry))", at: (items.last ?? head) + 1)
        return true
    }

    /// Takes an entry out, with the comment on its line. False where no line holds it.
    mutating func remove(_ entry: String, from key: Key) -> Bool {
        guard let head = head(of: key) else { return false }
        let items = items(below: head)
        guard let line = items.first(where: { Self.value(ofItem: lines[$0]) == entry }) else { return false }
        lines.remove(at: line)
        // A key without a list would be no list at all.
        if items.count == 1 { lines[head] = "\(key.rawValue): []" }
        return true
    }

    private func head(of key: Key) -> Int? {
        lines.firstIndex { $0.hasPrefix(key.rawValue + ":") }
    }

    private func items(below head: Int) -> [Int] {
        var found: [Int] = []
        for line in lines.indices.dropFirst(head + 1) {
            let body = lines[line].drop { $0 == " " }
            if body.hasPrefix("- ") { found.append(line) } else if !body.isEmpty, !body.hasPrefix("#") { break }
        }
        return found
    }

    private static func value(ofItem line: String) -> String {
        var text = content(String(line.drop { $0 == " " }.dropFirst(2)))
        guard let quote = text.first, quote == "\"" || quote == "'", text.count >= 2, text.last == quote else {
            return text
        }
        text = String(text.dropFirst().dropLast())
        return quote == "\""
            ? text.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\") : text.replacing("''", with: "'")
    }

    /// A line's value without spaces around it and without the comment behind it.
    private static func content(_ text: String) -> String {
        let trimmed = text.drop { $0 == " " }
        if let quote = trimmed.first, quote == "\"" || quote == "'",
            let end = trimmed.dropFirst().lastIndex(of: quote)
        {
            return String(trimmed[...end])
        }
        let bare =
            trimmed.hasPrefix("#") ? "" : trimmed.firstRange(of: " #").map { trimmed[..<$0.lowerBound] } ?? trimmed
        var result = String(bare)
        while result.last == " " || result.last == "\r" { result.removeLast() }
        return result
    }

    private static func scalar(_ entry: String) -> String {
        "\"" + entry.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
