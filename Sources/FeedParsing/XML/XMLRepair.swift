/// Writes a document that is not well-formed anew as one that is, keeping all the text that can be kept.
///
/// Comments, processing instructions and the document type are left out; a bare `&` or `<` becomes text; HTML's named
/// characters are read; attributes get their quotes; elements that overlap or stay open are closed. Takes linear time.
struct XMLRepair {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var output: [UInt8] = []
    private var open: [ArraySlice<UInt8>] = []
    private var isDone = false
    /// The last `>` looked for, so that many `<` without one take linear time.
    private var knownEnd = -1
    /// Ends that were looked for in vain, so that they are not looked for again.
    private var missing: Set<String> = []
    /// Notes for the reader of the feed.
    private(set) var problems: [String] = []

    /// - Returns: a well-formed document, or nothing where no element was found.
    static func repair(_ bytes: ArraySlice<UInt8>) -> (xml: [UInt8], problems: [String]) {
        var repair = XMLRepair(bytes)
        repair.run()
        return (repair.output, repair.problems)
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        output.reserveCapacity(bytes.count + bytes.count / 16)
    }

    private mutating func run() {
        while position < bytes.endIndex, !isDone {
            switch bytes[position] {
            case UInt8(ascii: "<"): markup()
            default: text()
            }
        }
        while let name = open.popLast() { close(name) }
    }

    // MARK: Text

    private mutating func text() {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        if open.isEmpty { position = end } else { write(upTo: end, readsReferences: true) }
    }

    /// Writes text up to `end`, escaped.
    private mutating func write(upTo end: Int, readsReferences: Bool) {
        while position < end {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "&"):
                if readsReferences, let reference = CharacterReference(bytes[..<end], at: position) {
                    writeScalar(reference.scalar)
                    position = reference.end
                } else {
                    output.append(contentsOf: "&amp;".utf8)
                    position += 1
                }
            case UInt8(ascii: "<"): writeEscape("&lt;")
            case UInt8(ascii: ">"): writeEscape("&gt;")
            case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): copy(1)
            case 0..<0x20: position += 1
            case 0xEF where isNoncharacter(position):
                output.append(scalar: 0xFFFD)
                position = min(position + 3, end)
            default: copy(1)
            }
        }
    }

    private mutating func writeEscape(_ escape: StaticString) {
        output.append(contentsOf: escape.description.utf8)
        position += 1
    }

    private mutating func copy(_ count: Int) {
        output.append(contentsOf: bytes[position..<position + count])
        position += count
    }

    private mutating func writeScalar(_ scalar: UInt32) {
        switch scalar {
        case 0x26: output.append(contentsOf: "&amp;".utf8)
        case 0x3C: output.append(contentsOf: "&lt;".utf8)
        case 0x3E: output.append(contentsOf: "&gt;".utf8)
        case 0x22: output.append(contentsOf: "&quot;".utf8)
        default: output.append(scalar: scalar)
        }
    }

    /// U+FFFE and U+FFFF are no characters of XML.
    private func isNoncharacter(_ index: Int) -> Bool {
        index + 2 < bytes.endIndex && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }

    // MARK: Markup

    private mutating func markup() {
        let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
        switch next {
        case UInt8(ascii: "!"): declaration()
        case UInt8(ascii: "?"): skip(to: end(of: "?>", from: position + 2) ?? plainEnd(from: position))
        case UInt8(ascii: "/"): endTag()
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
            0x80...0xFF:
            startTag()
        default: literal()
        }
    }

    /// The `<` at hand is text.
    private mutating func literal() {
        if open.isEmpty { position += 1 } else { writeEscape("&lt;") }
    }

    private mutating func skip(to end: Int?) {
        if let end { position = end } else { literal() }
    }

    private mutating func declaration() {
        if has("<!--") {
            skip(to: end(of: "-->", from: position + 4))
        } else if has("<![CDATA[") {
            let (contentEnd, next) = characterDataEnd(from: position + 9)
            position += 9
            if !open.isEmpty { write(upTo: contentEnd, readsReferences: false) }
            position = next
        } else {
            skip(to: doctypeEnd())
        }
    }

    /// Where a CDATA section's content ends and reading goes on. A section without an end of its own (none at all, or only
    /// after the start of the next) ends with the element that it stands in.
    private mutating func characterDataEnd(from start: Int) -> (content: Int, next: Int) {
        let close = end(of: "]]>", from: start)
        let isBroken = close.map { close in end(of: "<![CDATA[", from: start).map { $0 < close } ?? false } ?? true
        if isBroken, let name = open.last, let element = endTag(of: name, in: start..<(close ?? bytes.endIndex)) {
            return (element, element)
        }
        return (close.map { $0 - 3 } ?? bytes.endIndex, close ?? bytes.endIndex)
    }

    private func endTag(of name: ArraySlice<UInt8>, in range: Range<Int>) -> Int? {
        let tag = Array("</".utf8) + name
        return bytes[range].indices.first { bytes[$0] == tag[0] && bytes[$0..<range.upperBound].starts(with: tag) }
    }

    private mutating func doctypeEnd() -> Int? {
        guard !missing.contains("]>") else { return nil }
        var depth = 0
        for index in bytes[position...].indices {
            switch bytes[index] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return index + 1
            default: break
            }
        }
        missing.insert("]>")
        return nil
    }

    private mutating func endTag() {
        let nameStart = position + 2
        let nameEnd = endOfName(from: nameStart)
        guard nameEnd > nameStart, let end = plainEnd(from: nameEnd) else { return literal() }
        let name = bytes[nameStart..<nameEnd]
        position = end
        guard let index = open.lastIndex(where: { $0.elementsEqual(name) }) else { return }
        while open.count > index, let inner = open.popLast() { close(inner) }
        isDone = open.isEmpty
    }

    private mutating func startTag() {
        let nameStart = position + 1
        let nameEnd = endOfName(from: nameStart)
        var tag = XMLTagRepair(bytes, from: nameEnd)
        guard nameEnd - nameStart <= 200, tag.read() else { return literal() }
        let name = bytes[nameStart..<nameEnd]
        if tag.isOverLimit { note("a tag has more than 64 attributes or 64 KiB; the rest of it was left out") }
        position = tag.end
        guard open.count < XMLLimits.depth - 5 else {
            return note("nested deeper than 100 elements; deeper tags were left out")
        }
        closeForgotten(before: name)
        output.append(UInt8(ascii: "<"))
        writeName(name)
        output.append(contentsOf: tag.attributes)
        if tag.isClosed || (open.count > 2 && Self.isVoid(name)) {
            output.append(contentsOf: "/>".utf8)
        } else {
            output.append(UInt8(ascii: ">"))
            open.append(name)
        }
    }

    /// An entry that begins inside another means that the end of the other was forgotten.
    private mutating func closeForgotten(before name: ArraySlice<UInt8>) {
        guard name.elementsEqual("item".utf8) || name.elementsEqual("entry".utf8),
            let index = open.lastIndex(where: { $0.elementsEqual(name) })
        else { return }
        while open.count > index, let inner = open.popLast() { close(inner) }
    }

    private mutating func close(_ name: ArraySlice<UInt8>) {
        output.append(contentsOf: "</".utf8)
        writeName(name)
        output.append(UInt8(ascii: ">"))
    }

    private mutating func writeName(_ name: ArraySlice<UInt8>) {
        XMLTagRepair.writeName(name, to: &output)
    }

    private mutating func note(_ problem: String) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    private static let voids = ["br", "hr", "img", "wbr", "col", "area", "input", "embed", "param"].map {
        Array($0.utf8)
    }

    private static func isVoid(_ name: ArraySlice<UInt8>) -> Bool {
        voids.contains { name.count == $0.count && zip(name, $0).allSatisfy { $0 | 0x20 == $1 } }
    }

    // MARK: Looking ahead

    private func endOfName(from start: Int) -> Int {
        var index = start
        while index < bytes.endIndex, !XMLTagRepair.endsName(bytes[index]) { index += 1 }
        return index
    }

    /// The place after the next `>`.
    private mutating func plainEnd(from start: Int) -> Int? {
        if knownEnd < start { knownEnd = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? Int.max }
        return knownEnd == Int.max ? nil : knownEnd + 1
    }

    private func has(_ word: StaticString) -> Bool {
        bytes[position...].starts(with: word.description.utf8)
    }

    private mutating func end(of word: String, from start: Int) -> Int? {
        let letters = Array(word.utf8)
        guard start <= bytes.endIndex - letters.count, !missing.contains(word) else { return nil }
        for index in start...(bytes.endIndex - letters.count) where bytes[index] == letters[0] {
            if bytes[index..<index + letters.count].elementsEqual(letters) { return index + letters.count }
        }
        missing.insert(word)
        return nil
    }
}
