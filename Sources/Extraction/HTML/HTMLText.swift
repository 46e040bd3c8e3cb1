/// Makes plain text of a piece of HTML, such as a feed's description or an article body.
public enum HTMLText {
    /// The text of a fragment: tags gone, character references decoded, block elements and `<br>` as line breaks.
    ///
    /// Paragraphs are parted by an empty line, lines by one line break, other white space becomes one blank. Scripts,
    /// styles and the like are left out. A fragment without any block element is taken as text that already has its lines:
    /// its own line breaks stay. Text that was escaped twice (`&amp;quot;`, `&lt;p&gt;`) is read twice. Reads at most
    /// 2 MiB, in linear time, and takes any bytes.
    public static func plainText(fragment: String) -> String {
        plainText(fragment: fragment, withCaptions: true)
    }

    /// - Parameter withCaptions: false leaves out what stands under pictures.
    static func plainText(fragment: String, withCaptions: Bool) -> String {
        let source = Array(fragment.utf8.prefix(HTMLTreeBuilder.maximumLength))
        guard source.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return String(decoding: PlainTextWriter.lines(of: source), as: UTF8.self)
        }
        let decoded = HTMLEntities.decodeTwice(source)
        let markup = isMarkup(source) || !isMarkup(decoded) ? source : decoded
        return String(decoding: PlainTextWriter.text(of: markup, withCaptions: withCaptions), as: UTF8.self)
    }

    /// True when a tag of a known element stands in the bytes.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            var end = open + 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "/") { end += 1 }
            let start = end
            while end < bytes.count, end - start < 12, ASCII.isLetter(bytes[end]) || ASCII.isDigit(bytes[end]) {
                end += 1
            }
            if end > start, end < bytes.count, ASCII.isSpace(bytes[end]) || [0x2F, 0x3E].contains(bytes[end]),
                HTMLTag(name: bytes[start..<end]) != .unknown
            {
                return true
            }
            index = open + 1
        }
        return false
    }
}

/// Writes the text of a fragment line by line.
struct PlainTextWriter {
    private var output: [UInt8] = []
    private var line = LineBuilder()
    /// Line breaks asked for since the last text: 1 a new line, 2 a new paragraph.
    private var breaks = 0
    private var keepsLineBreaks = false
    private var withCaptions = true
    /// Open elements whose content is left out.
    private var droppedDepth = 0
    private var droppedTag = HTMLTag.unknown

    /// The text of a fragment with markup.
    static func text(of bytes: [UInt8], withCaptions: Bool) -> [UInt8] {
        var writer = PlainTextWriter()
        writer.withCaptions = withCaptions
        writer.keepsLineBreaks = !holdsBlocks(bytes)
        var tokenizer = HTMLTokenizer(bytes)
        while let token = tokenizer.next() { writer.take(token, bytes) }
        return writer.finished()
    }

    /// A text without markup, its white space evened within lines.
    static func lines(of bytes: [UInt8]) -> [UInt8] {
        var writer = PlainTextWriter()
        writer.keepsLineBreaks = true
        writer.write(bytes[...])
        return writer.finished()
    }

    private static func holdsBlocks(_ bytes: [UInt8]) -> Bool {
        var tokenizer = HTMLTokenizer(bytes)
        while let token = tokenizer.next() {
            if case .startTag(let tag, _) = token, tag == .br || tag == .p || tag == .div || tag == .li { return true }
        }
        return false
    }

    private mutating func take(_ token: HTMLToken, _ bytes: [UInt8]) {
        switch token {
        case .text(let range):
            guard droppedDepth == 0 else { return }
            write(HTMLEntities.decodeTwice(Array(bytes[range]))[...])
        case .rawText: break
        case .startTag(.unknown, let name), .endTag(.unknown, let name): unknownTag(bytes, name)
        case .startTag(let tag, _): startTag(tag)
        case .endTag(let tag, _): endTag(tag)
        }
    }

    private mutating func startTag(_ tag: HTMLTag) {
        if droppedDepth > 0 {
            if tag == droppedTag { droppedDepth += 1 }
            return
        }
        if tag.isDropped && !tag.isVoid && !tag.isRawText && tag != .head || tag == .figcaption && !withCaptions {
            droppedDepth = 1
            droppedTag = tag
        }
        partLines(tag)
    }

    private mutating func endTag(_ tag: HTMLTag) {
        if droppedDepth > 0 {
            if tag == droppedTag { droppedDepth -= 1 }
            return
        }
        partLines(tag)
    }

    private mutating func partLines(_ tag: HTMLTag) {
        guard tag.isBlock else { return }
        switch tag {
        case .br: breakLine(min(2, breaks + 1))
        case .td, .th: line.appendSpace()
        case .li, .tr, .dt, .dd, .option: breakLine(max(1, breaks))
        default: breakLine(2)
        }
    }

    /// `<born to run>` is text that looks like a tag; `<o:p>` and `<custom-element>` are markup.
    private mutating func unknownTag(_ bytes: [UInt8], _ name: Range<Int>) {
        guard droppedDepth == 0, bytes[name].allSatisfy({ ASCII.isLetter($0) || $0 >= 0x80 }) else { return }
        let isEnd = bytes[name.lowerBound - 1] == UInt8(ascii: "/")
        let start = name.lowerBound - (isEnd ? 2 : 1)
        guard let close = bytes[name.upperBound...].firstIndex(of: UInt8(ascii: ">")), close - start <= 80,
            !bytes[start..<close].contains(UInt8(ascii: "="))
        else { return }
        write(bytes[start...close])
    }

    private mutating func write(_ text: ArraySlice<UInt8>) {
        guard keepsLineBreaks else { return append(text) }
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            if text[index] == 0x0A || text[index] == 0x0D {
                append(text[start..<index])
                if text[index] == 0x0D, index + 1 < text.endIndex, text[index + 1] == 0x0A { index += 1 }
                breakLine(min(2, breaks + 1))
                start = index + 1
            }
            index += 1
        }
        if start < text.endIndex { append(text[start...]) }
    }

    private mutating func append(_ text: ArraySlice<UInt8>) {
        let wasEmpty = line.isEmpty
        line.append(text)
        guard wasEmpty, !line.isEmpty else { return }
        if !output.isEmpty { for _ in 0..<max(1, breaks) { output.append(0x0A) } }
        breaks = 0
    }

    /// Ends the line; `wanted` is the distance to the next: a `<br>` after another makes a paragraph.
    private mutating func breakLine(_ wanted: Int) {
        output.append(contentsOf: line.finished())
        breaks = max(breaks, wanted)
    }

    private mutating func finished() -> [UInt8] {
        output.append(contentsOf: line.finished())
        return output
    }
}
