/// Cuts HTML into text and tags. Reads every byte a bounded number of times and never fails.
struct HTMLScanner {
    enum Token {
        /// Text as it stands, references not yet read.
        case text(Range<Int>)
        case start(HTMLElement, attributes: Range<Int>, isClosed: Bool)
        case end(HTMLElement)
    }

    let bytes: ArraySlice<UInt8>
    private(set) var position: Int
    /// The next `>` at or after `position`, looked for once, so that a text full of `<` takes linear time.
    private var knownEnd = -1

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func next() -> Token? {
        while position < bytes.endIndex {
            if bytes[position] != UInt8(ascii: "<") { return .text(text(from: position)) }
            switch markup() {
            case .token(let token): return token
            case .skipped: continue
            case .none: return .text(text(from: position))
            }
        }
        return nil
    }

    private enum Markup {
        case token(Token)
        /// A comment, declaration or dropped element.
        case skipped
        /// No markup here: the `<` is text.
        case none
    }

    /// Text from `start`, whose first byte is taken whatever it is, up to the next `<`.
    private mutating func text(from start: Int) -> Range<Int> {
        position = start + 1
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return start..<position
    }

    private mutating func markup() -> Markup {
        let start = position
        guard start + 1 < bytes.endIndex else { return .none }
        switch bytes[start + 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            return skipDeclaration() ? .skipped : .none
        case UInt8(ascii: "/"):
            let name = nameRange(from: start + 2)
            guard !name.isEmpty else { return .none }
            guard let element = HTMLElement.find(bytes[name]) else { return skipUnknown(name) }
            guard let end = tagEnd(from: name.upperBound) else { return .none }
            position = end + 1
            return .token(.end(element))
        default:
            let name = nameRange(from: start + 1)
            guard !name.isEmpty else { return .none }
            guard let element = HTMLElement.find(bytes[name]) else { return skipUnknown(name) }
            guard isTagNameEnd(name.upperBound), let end = tagEnd(from: name.upperBound) else { return .none }
            position = end + 1
            if element.use == .dropped {
                if !element.isVoid { skipContent(of: element) }
                return .skipped
            }
            let isClosed = end > name.upperBound && bytes[end - 1] == UInt8(ascii: "/")
            return .token(.start(element, attributes: name.upperBound..<(isClosed ? end - 1 : end), isClosed: isClosed))
        }
    }

    /// `<o:p>`, `<fb:like ...>`: a tag of no HTML is left out where it looks like one, and is text where it does not (`<T>`).
    private mutating func skipUnknown(_ name: Range<Int>) -> Markup {
        guard name.upperBound < bytes.endIndex, bytes[name.upperBound] == UInt8(ascii: ":"),
            let end = tagEnd(from: name.upperBound)
        else { return .none }
        position = end + 1
        return .skipped
    }

    private func nameRange(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.endIndex, end - start < 12, Self.isAlphanumeric(bytes[end]) { end += 1 }
        guard end > start, bytes[start] | 0x20 >= UInt8(ascii: "a"), bytes[start] | 0x20 <= UInt8(ascii: "z") else {
            return start..<start
        }
        return start..<end
    }

    private func isTagNameEnd(_ index: Int) -> Bool {
        guard index < bytes.endIndex else { return false }
        let byte = bytes[index]
        return byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    /// The `>` of a tag: quotes are heeded where they close before the next `<`, as a broken quote must not eat the rest.
    private mutating func tagEnd(from start: Int) -> Int? {
        var index = start
        var quote: UInt8 = 0
        let limit = min(bytes.endIndex, start + 16_384)
        while index < limit {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
                if byte == UInt8(ascii: "<") { break }
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let before = bytes[index - 1]
                if before == UInt8(ascii: "=") || before <= 0x20 { quote = byte }
            } else if byte == UInt8(ascii: "<") {
                return nil
            }
            index += 1
        }
        return plainEnd(from: start, limit: limit)
    }

    private mutating func plainEnd(from start: Int, limit: Int) -> Int? {
        if knownEnd < start {
            knownEnd = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? Int.max
        }
        return knownEnd < limit ? knownEnd : nil
    }

    /// Skips `<!-- -->`, `<![CDATA[`, `<!DOCTYPE>` and `<? >`; false where it has no end.
    private mutating func skipDeclaration() -> Bool {
        if has("<!--", at: position) {
            guard let end = find("-->", from: position + 4) else {
                position = bytes.endIndex
                return true
            }
            position = end + 3
            return true
        }
        if has("<![CDATA[", at: position) {
            // Feeds wrap a CDATA section in an escaped one: its content is content.
            position += 9
            return true
        }
        let next = position + 2 < bytes.endIndex ? bytes[position + 2] : 0
        let isLetter = next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z")
        guard isLetter || next == UInt8(ascii: "[") || bytes[position + 1] == UInt8(ascii: "?") else { return false }
        guard let end = plainEnd(from: position, limit: Int.max) else { return false }
        position = end + 1
        return true
    }

    private mutating func skipContent(of element: HTMLElement) {
        let name = Array(element.name.utf8)
        var index = position
        while index + name.count + 2 <= bytes.endIndex {
            if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
                zip(bytes[(index + 2)...], name).allSatisfy({ $0 | 0x20 == $1 })
            {
                position = plainEnd(from: index, limit: Int.max).map { $0 + 1 } ?? bytes.endIndex
                return
            }
            index += 1
        }
        position = bytes.endIndex
    }

    private func has(_ word: StaticString, at index: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.endIndex else { return false }
        return bytes[index..<index + count].elementsEqual(word.description.utf8)
    }

    private func find(_ word: StaticString, from start: Int) -> Int? {
        guard start < bytes.endIndex else { return nil }
        return bytes[start...].indices.first { bytes[$0] == UInt8(ascii: "-") && has(word, at: $0) }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
