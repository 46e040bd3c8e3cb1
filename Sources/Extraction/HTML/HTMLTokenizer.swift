/// One piece of an HTML text, as byte ranges of the source.
enum HTMLToken {
    /// Text between tags, entities not yet decoded.
    case text(Range<Int>)
    /// The content of an element like `script` or `title`, up to its end tag.
    case rawText(HTMLTag, Range<Int>)
    /// A start tag; its attributes are in `HTMLTokenizer.attributes` until the next call.
    case startTag(HTMLTag, name: Range<Int>)
    case endTag(HTMLTag, name: Range<Int>)
}

/// Cuts HTML bytes into tokens, in one forward pass: every byte is looked at a bounded number of times.
///
/// It follows the WHATWG tokenizer where articles can tell the difference, never fails, and knows these limits: a tag
/// longer than 64 KiB loses its attributes, of any other the first 64 are kept. A parser of our own, because libxml2's
/// HTML parser (2.9.14) takes quadratic time on many attributes and on end tags in deep nesting.
struct HTMLTokenizer {
    static let maximumTagLength = 65_536
    static let maximumAttributes = 64
    /// How far the end of a tag is looked for, in bytes: pages carry script data of 100 KB in one attribute.
    private static let longestScan = 524_288

    let bytes: [UInt8]
    private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    private(set) var position = 0
    private var pendingRaw: HTMLTag?
    /// Raw text elements without an end tag in the rest of the source: searching again would cost quadratic time.
    private var neverClosed: Set<HTMLTag> = []
    /// How often a tag with an open quote may still be read again from its first `>`.
    private var secondReadings = 16

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next token, or nil at the end.
    mutating func next() -> HTMLToken? {
        if let tag = pendingRaw {
            pendingRaw = nil
            if let range = rawContent(of: tag) { return .rawText(tag, range) }
        }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<") {
                if let token = markup() { return token }
                continue
            }
            let start = position
            skipText()
            return .text(start..<position)
        }
        return nil
    }

    /// Moves to the next `<` that opens markup; a lone `<` is text.
    private mutating func skipText() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") || !opensMarkup(position) { position += 1 }
    }

    private func opensMarkup(_ index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || ASCII.isLetter(next) { return true }
        return next == UInt8(ascii: "/") && index + 2 < bytes.count
            && (ASCII.isLetter(bytes[index + 2]) || bytes[index + 2] == UInt8(ascii: ">"))
    }

    /// Reads what a `<` opens. Nil for comments, declarations and dropped tags, which leave no token.
    private mutating func markup() -> HTMLToken? {
        guard opensMarkup(position) else {
            let start = position
            position += 1
            skipText()
            return .text(start..<position)
        }
        switch bytes[position + 1] {
        case UInt8(ascii: "!"):
            skipDeclaration()
            return nil
        case UInt8(ascii: "?"):
            skip(past: UInt8(ascii: ">"))
            return nil
        case UInt8(ascii: "/"):
            return endTag()
        default:
            return startTag()
        }
    }

    private mutating func skipDeclaration() {
        if matches(Self.commentStart, at: position) {
            // `<!-->` and `<!--->` are whole comments.
            var index = position + 4
            if index < bytes.count, bytes[index] == UInt8(ascii: ">") { index += 1 } else { index = commentEnd(index) }
            position = index
        } else if matches(Self.cdataStart, at: position) {
            position += 9
        } else {
            skip(past: UInt8(ascii: ">"))
        }
    }

    private func commentEnd(_ start: Int) -> Int {
        var index = start
        while index + 2 < bytes.count {
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
                if bytes[index + 2] == UInt8(ascii: ">") { return index + 3 }
                if bytes[index + 2] == UInt8(ascii: "!"), index + 3 < bytes.count, bytes[index + 3] == UInt8(ascii: ">")
                {
                    return index + 4
                }
            }
            index += 1
        }
        return bytes.count
    }

    private mutating func skip(past byte: UInt8) {
        while position < bytes.count, bytes[position] != byte { position += 1 }
        position = min(bytes.count, position + 1)
    }

    private func matches(_ text: [UInt8], at index: Int) -> Bool {
        ByteSearch.hasPrefix(bytes[index...], text)
    }

    private static let commentStart = Array("<!--".utf8)
    private static let cdataStart = Array("<![CDATA[".utf8)

    private mutating func endTag() -> HTMLToken? {
        let start = position + 2
        var index = start
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        let name = start..<index
        position = index
        skip(past: UInt8(ascii: ">"))
        return name.isEmpty ? nil : .endTag(HTMLTag(name: bytes[name]), name: name)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        !ASCII.isSpace(byte) && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }

    private mutating func startTag() -> HTMLToken? {
        attributes.removeAll(keepingCapacity: true)
        let start = position + 1
        let limit = min(bytes.count, position + Self.longestScan)
        var index = start
        while index < limit, isNameByte(bytes[index]) { index += 1 }
        let name = start..<index
        while index < limit, bytes[index] != UInt8(ascii: ">") { index = attribute(at: index, limit: limit) }
        guard index < limit else {
            dropTag(from: start, scannedTo: index)
            return nil
        }
        if index - start > Self.maximumTagLength { attributes.removeAll() }
        position = index + 1
        let tag = HTMLTag(name: bytes[name])
        if tag.isRawText, bytes[index - 1] != UInt8(ascii: "/") || tag != .iframe { pendingRaw = tag }
        return .startTag(tag, name: name)
    }

    /// Leaves a tag whose end is out of reach: usually a quote was not closed, so its first `>` is taken as its end.
    private mutating func dropTag(from start: Int, scannedTo end: Int) {
        position = min(end, bytes.count)
        guard secondReadings > 0, let close = bytes[start..<position].firstIndex(of: UInt8(ascii: ">")) else { return }
        secondReadings -= 1
        position = close + 1
    }

    /// Reads one attribute, or passes a byte that belongs to none; returns where to go on.
    private mutating func attribute(at start: Int, limit: Int) -> Int {
        var index = start
        if ASCII.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { return index + 1 }
        let nameStart = index
        index += 1
        while index < limit, isNameByte(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
        let name = nameStart..<index
        while index < limit, ASCII.isSpace(bytes[index]) { index += 1 }
        var value = index..<index
        if index < limit, bytes[index] == UInt8(ascii: "=") {
            index += 1
            while index < limit, ASCII.isSpace(bytes[index]) { index += 1 }
            guard index < limit else { return limit }
            let quote = bytes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let valueStart = index + 1
                index = valueStart
                while index < limit, bytes[index] != quote { index += 1 }
                value = valueStart..<index
                if index < limit { index += 1 }
            } else {
                let valueStart = index
                while index < limit, !ASCII.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
                value = valueStart..<index
            }
        }
        if attributes.count < Self.maximumAttributes { attributes.append((name, value)) }
        return index
    }

    /// The content of a raw text element, up to its end tag; nil where the element has no end tag and only text was lost.
    private mutating func rawContent(of tag: HTMLTag) -> Range<Int>? {
        let start = position
        if !neverClosed.contains(tag), let end = rawEnd(of: tag) {
            position = end
            return start..<end
        }
        neverClosed.insert(tag)
        // An open script swallows the rest, as in a browser; an open title would swallow the article, so it ends at a tag.
        if tag == .script || tag == .style { position = bytes.count } else { skipText() }
        return start..<position
    }

    private func rawEnd(of tag: HTMLTag) -> Int? {
        let name = tag.nameBytes
        var index = position
        while index + name.count + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
                zip(name, bytes[(index + 2)...]).allSatisfy({ $0 == ASCII.lower($1) })
            {
                let after = index + 2 + name.count
                if after == bytes.count || !isNameByte(bytes[after]) { return index }
            }
            index += 1
        }
        return nil
    }
}
