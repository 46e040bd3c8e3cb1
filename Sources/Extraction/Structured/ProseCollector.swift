/// Prose strings that stood under one name in script data.
struct ProseGroup {
    var paragraphs: [String] = []
    var weight = 0
    private var seen: Set<[UInt8]> = []

    var text: String { paragraphs.joined(separator: "\n\n") }

    mutating func add(_ paragraph: String, weight: Int) {
        // Bytes, because comparing Strings of a page's choosing can take quadratic time.
        guard seen.insert(Array(paragraph.utf8)).inserted else { return }
        paragraphs.append(paragraph)
        self.weight += weight
    }
}

/// Collects the prose strings of a JSON value by the name they stand under.
enum ProseCollector {
    /// The group with the most prose; nil where a value holds less than a short article.
    static func best(in value: JSONValue) -> ProseGroup? {
        merged([value])
    }

    /// The same over several values, whose groups of one name are one.
    static func merged(_ values: [JSONValue]) -> ProseGroup? {
        var groups: [String: ProseGroup] = [:]
        for value in values { collect(value, name: "", holder: "", into: &groups) }
        let best = groups.max { rank($0) < rank($1) }
        guard let group = best?.value, group.weight >= 200 else { return nil }
        return group
    }

    private static func rank(_ entry: (key: String, value: ProseGroup)) -> Double {
        let key = entry.key.lowercased()
        let isBody = bodyNames.contains { key.contains($0) }
        return Double(entry.value.weight) * (isBody ? 2 : 1)
    }

    private static let bodyNames = ["body", "content", "article", "paragraph", "text", "children", "html"]

    /// - Parameter holder: the name of the object or array around, so that `items.title` and `article.title` stay apart.
    private static func collect(
        _ value: JSONValue, name: String, holder: String, into groups: inout [String: ProseGroup]
    ) {
        switch value {
        case .string(let text):
            guard text.utf8.count >= 30, isProse(text) else { return }
            let plain = HTMLText.plainText(fragment: text, withCaptions: false)
            let weight = TextWeight.of(plain)
            if weight >= 25 { groups[holder + "." + name, default: ProseGroup()].add(plain, weight: weight) }
        case .array(let elements):
            if let line = ComponentText.line(of: elements) {
                return collect(.string(line), name: "children", holder: "", into: &groups)
            }
            for element in elements { collect(element, name: name, holder: holder, into: &groups) }
        case .object(let members):
            for member in members {
                let memberName = member.name.utf8.count > 64 ? "" : member.name
                // A component's text and its inner markup are parts of one body.
                if memberName == "__html" {
                    collect(member.value, name: "children", holder: "", into: &groups)
                } else {
                    collect(member.value, name: memberName, holder: name == "children" ? "" : name, into: &groups)
                }
            }
        default: break
        }
    }

    /// True for text with blanks and the end of a sentence; false for addresses, code and style sheets.
    private static func isProse(_ text: String) -> Bool {
        let head = Array(text.utf8.prefix(4_000))
        var blanks = 0
        var signs = 0
        for byte in head {
            if byte == 0x20 { blanks += 1 }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") { signs += 1 }
        }
        if blanks * 40 < head.count { return false }
        let isMarkup = head.contains(UInt8(ascii: "<"))
        return isMarkup || signs * 60 < head.count || signs < 3
    }
}

/// Components of a stream: `["$", "p", key, {"children": ...}]`.
enum ComponentText {
    /// The text of a component whose children are text with inline components in it, in one line; nil for all else.
    static func line(of elements: [JSONValue]) -> String? {
        guard elements.count >= 4, elements[0].string == "$", case .array(let children)? = elements[3]["children"],
            children.contains(where: { ($0.string ?? "$") != "$" })
        else { return nil }
        var line = ""
        for child in children { append(child, to: &line) }
        return line
    }

    private static func append(_ value: JSONValue, to line: inout String) {
        switch value {
        case .string(let text): line += text
        case .array(let elements):
            if elements.count >= 4, elements[0].string == "$" {
                if let children = elements[3]["children"] { append(children, to: &line) }
            } else {
                for element in elements { append(element, to: &line) }
            }
        default: break
        }
    }
}
