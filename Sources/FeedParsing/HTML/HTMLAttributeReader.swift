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
struct HTMLAttributeRule {
    let name: StaticString
    let isLink: Bool

    /// Finds the rule for an attribute, whose name may be in any case, on an element.
    static func find(_ name: ArraySlice<UInt8>, on element: String) -> HTMLAttributeRule? {
        let candidates: [HTMLAttributeRule]
        switch element {
        case "a": candidates = [HTMLAttributeRule(name: "href", isLink: true), title]
        case "img":
            candidates = [
                HTMLAttributeRule(name: "src", isLink: true), HTMLAttributeRule(name: "alt", isLink: false), title,
                HTMLAttributeRule(name: "width", isLink: false), HTMLAttributeRule(name: "height", isLink: false),
            ]
        case "td", "th":
            candidates = [
                HTMLAttributeRule(name: "colspan", isLink: false), HTMLAttributeRule(name: "rowspan", isLink: false),
            ]
        case "time": candidates = [HTMLAttributeRule(name: "datetime", isLink: false)]
        case "blockquote", "q": candidates = [HTMLAttributeRule(name: "cite", isLink: true)]
        case "abbr", "acronym": candidates = [title]
        default: return nil
        }
        return candidates.first { rule in
            rule.name.utf8CodeUnitCount == name.count
                && zip(rule.name.description.utf8, name).allSatisfy { $0 == $1 | 0x20 }
        }
    }

    private static let title = HTMLAttributeRule(name: "title", isLink: false)
}
