/// Reads the attributes of one tag.
struct HTMLAttributeReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The next attribute: its name as spelled and its value, references not yet read.
    mutating func next() -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
        skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let nameStart = position
        skip { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\"") }
        let name = bytes[nameStart..<position]
        if name.isEmpty {
            guard position < bytes.endIndex else { return nil }
            position += 1
            return (name, [])
        }
        skip { $0 <= 0x20 }
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "=") else { return (name, []) }
        position += 1
        skip { $0 <= 0x20 }
        return (name, value())
    }

    private mutating func value() -> ArraySlice<UInt8> {
        guard position < bytes.endIndex else { return [] }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            position += 1
            let start = position
            skip { $0 != quote }
            let value = bytes[start..<position]
            position = min(position + 1, bytes.endIndex)
            return value
        }
        let start = position
        skip { $0 > 0x20 }
        return bytes[start..<position]
    }

    private mutating func skip(while condition: (UInt8) -> Bool) {
        while position < bytes.endIndex, condition(bytes[position]) { position += 1 }
    }
}

/// An attribute that sanitised HTML keeps.
struct HTMLAttributeRule: Sendable {
    let name: [UInt8]
    let isLink: Bool

    private init(_ name: StaticString, isLink: Bool = false) {
        self.name = Array(name.description.utf8)
        self.isLink = isLink
    }

    /// The rules of an element.
    static func rules(of element: HTMLElement) -> [HTMLAttributeRule] {
        element.hasAttributes ? table[element.name] ?? [] : []
    }

    /// Finds the rule for an attribute, whose name may be in any case.
    static func find(_ name: ArraySlice<UInt8>, among rules: [HTMLAttributeRule]) -> HTMLAttributeRule? {
        rules.first { rule in rule.name.count == name.count && zip(rule.name, name).allSatisfy { $0 == $1 | 0x20 } }
    }

    static let elements: Set<String> = Set(table.keys)

    private static let title = HTMLAttributeRule("title")
    private static let spans = [HTMLAttributeRule("colspan"), HTMLAttributeRule("rowspan")]
    private static let source = [HTMLAttributeRule("cite", isLink: true)]

    private static let table: [String: [HTMLAttributeRule]] = [
        "a": [HTMLAttributeRule("href", isLink: true), title],
        "img": [
            HTMLAttributeRule("src", isLink: true), HTMLAttributeRule("alt"), title, HTMLAttributeRule("width"),
            HTMLAttributeRule("height"),
        ],
        "td": spans, "th": spans, "time": [HTMLAttributeRule("datetime")], "blockquote": source, "q": source,
        "abbr": [title], "acronym": [title],
    ]
}
