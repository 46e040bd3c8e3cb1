/// Looks over a YAML text before it is parsed, and refuses what this program does not read: anchors, aliases, tags,
/// directives, control characters, too many nested brackets.
///
/// It must come before Yams: comparing keys makes Yams walk through aliases, and a few lines of them can name a
/// billion nodes.
struct StructureScan {
    private let collector: ProblemCollector
    private var line = 1
    private var flowDepth = 0
    private var quote: UInt8?
    /// Inside the text of a `|` or `>` block: the indentation of the line that opened it.
    private var blockIndent: Int?

    init(collector: ProblemCollector) {
        self.collector = collector
    }

    /// True when nothing had to be refused.
    mutating func accepts(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let before = collector.problems.count
        if Self.couldBeBomb(bytes) {
            collector.add(line: 0, keyPath: "", "holds many anchors and aliases (& and *), which are not read here")
            return false
        }
        var start = 0
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            scan(bytes[start..<end])
            line += 1
            start = end + 1
            // One problem a file is enough here: after it the state of the scan means little.
            if collector.problems.count > before { return false }
        }
        return true
    }

    /// The scan below knows YAML's ways well enough for a message, not for an attacker. So what could name a billion
    /// nodes is refused wherever its signs stand, in quotes and comments too: with fewer aliases the tree stays small.
    private static func couldBeBomb(_ bytes: [UInt8]) -> Bool {
        var anchors = 0
        var aliases = 0
        for index in bytes.indices.dropLast()
        where bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "*") {
            guard isNameByte(bytes[index + 1]), index == 0 || !isNameByte(bytes[index - 1]) else { continue }
            if bytes[index] == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
        }
        return anchors >= 10 && aliases >= 30
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }

    private mutating func scan(_ text: ArraySlice<UInt8>) {
        if let control = text.first(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0D || $0 == 0x7F }) {
            return refuse("holds the control character \(hex(control))")
        }
        let indent = text.prefix { $0 == UInt8(ascii: " ") }.count
        let isBlank = text.dropFirst(indent).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        if let blockIndent {
            if isBlank || indent > blockIndent { return }
            self.blockIndent = nil
        }
        if isBlank { return }
        if quote == nil, flowDepth == 0, text.first == UInt8(ascii: "%") {
            return refuse("directives such as %YAML are not read here")
        }
        scanTokens(of: text, indent: indent)
    }

    /// Walks over one line. `atStart` is true where a value may begin: only there do `&`, `*`, `!` and `|` mean anything.
    private mutating func scanTokens(of text: ArraySlice<UInt8>, indent: Int) {
        var atStart = true
        var position = text.starts(with: Array("---".utf8)) ? text.startIndex + 3 : text.startIndex
        while position < text.endIndex {
            let byte = text[position]
            let next = position + 1 < text.endIndex ? text[position + 1] : 0x20
            let isAfterSpace = position == text.startIndex || isSpace(text[position - 1])
            position += 1
            if let open = quote {
                if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { position += 1 }
                if byte == open { quote = nil }
                atStart = false
                continue
            }
            if isSpace(byte) { continue }
            if byte == UInt8(ascii: "#"), isAfterSpace { return }
            if atStart, let refusal = refusal(of: byte, before: next) { return refuse(refusal) }
            if atStart, flowDepth == 0, byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") {
                blockIndent = indent + entryOffset(of: text.dropFirst(indent).prefix { $0 != byte })
                return
            }
            if atStart, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                continue
            }
            countBrackets(byte, atStart: atStart)
            if flowDepth > YAMLFile.maximumDepth {
                return refuse("lists and mappings lie more than \(YAMLFile.maximumDepth) deep in one another")
            }
            atStart = beginsValue(byte, before: next, atStart: atStart)
        }
    }

    /// How far to the right of its line's indentation the entry stands that a block belongs to: `- key: |` belongs to
    /// the key, `- |` to the dash.
    private func entryOffset(of text: ArraySlice<UInt8>) -> Int {
        var offset = 0
        var rest = text
        while let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "?") {
            let width = 1 + rest.dropFirst().prefix { isSpace($0) }.count
            rest = rest.dropFirst(width)
            if width == 1 || rest.isEmpty { break }
            offset += width
        }
        return offset
    }

    private func refusal(of byte: UInt8, before next: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
            isSpace(next) ? nil : "anchors and aliases (& and *) are not read here; quote the value if it is text"
        case UInt8(ascii: "!"): "tags (!) are not read here; quote the value if it is text"
        default: nil
        }
    }

    private mutating func countBrackets(_ byte: UInt8, atStart: Bool) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): flowDepth += atStart || flowDepth > 0 ? 1 : 0
        case UInt8(ascii: "]"), UInt8(ascii: "}"): flowDepth = max(0, flowDepth - 1)
        default: break
        }
    }

    /// Whether the byte after this one may begin a value.
    private func beginsValue(_ byte: UInt8, before next: UInt8, atStart: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): flowDepth > 0
        case UInt8(ascii: ":"): isSpace(next)
        case UInt8(ascii: "-"), UInt8(ascii: "?"): atStart && isSpace(next)
        default: false
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }

    private func hex(_ byte: UInt8) -> String {
        "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private func refuse(_ message: String) {
        collector.add(line: line, keyPath: "", message)
    }
}
