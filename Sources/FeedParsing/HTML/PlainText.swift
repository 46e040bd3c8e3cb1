/// Makes plain text of HTML and of titles.
enum PlainText {
    /// The text of HTML: markup left out, references read, blanks evened, a line for each block.
    static func body(_ html: ArraySlice<UInt8>) -> [UInt8] {
        var writer = TextWriter(capacity: html.count)
        var scanner = HTMLScanner(html)
        while let token = scanner.next() {
            switch token {
            case .text(let range): writer.text(html[range])
            case .start(let element, _, _), .end(let element):
                if element.isBlock { writer.lineBreak() }
            }
        }
        return writer.finished()
    }

    /// What a feed says that a title is.
    enum TitleForm {
        case html
        /// Markup that the XML itself held; what is escaped in it is text.
        case markup
        /// No HTML: its tags are text, unless it was escaped twice.
        case plain
    }

    /// A title in one line. Many feeds escape titles twice, so references and tags that appear only after the first
    /// reading are read once more.
    static func title(_ source: ArraySlice<UInt8>, as form: TitleForm = .html) -> String {
        guard source.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return String(decoding: evened(source), as: UTF8.self)
        }
        var text = form == .plain && !hasReference(source) ? evened(source) : inline(source)
        for _ in 0..<2 where hasReference(text[...]) || (form == .html && text.contains(UInt8(ascii: "<"))) {
            text = inline(text[...])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Text with blanks evened and trimmed, nothing read.
    static func evened(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var writer = TextWriter(capacity: source.count)
        writer.literal(source)
        return writer.finished()
    }

    /// Text with blanks evened and trimmed, nothing read.
    static func evenedText(_ text: String) -> String {
        String(decoding: evened(Array(text.utf8)[...]), as: UTF8.self)
    }

    private static func inline(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var writer = TextWriter(capacity: source.count)
        var scanner = HTMLScanner(source)
        while let token = scanner.next() {
            switch token {
            case .text(let range): writer.text(source[range])
            case .start(let element, _, _), .end(let element):
                if element.isBlock { writer.space() }
            }
        }
        return writer.finished()
    }

    private static func hasReference(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0] == UInt8(ascii: "&") && CharacterReference(bytes, at: $0) != nil }
    }
}

/// Collects text and evens blanks while it is written.
struct TextWriter {
    private var output: [UInt8] = []
    private var pending = Pending.none

    private enum Pending { case none, space, line }

    init(capacity: Int) {
        output.reserveCapacity(capacity)
    }

    mutating func space() {
        if pending == .none { pending = .space }
    }

    mutating func lineBreak() {
        pending = .line
    }

    /// Text in which references are read.
    mutating func text(_ source: ArraySlice<UInt8>) {
        var position = source.startIndex
        while position < source.endIndex {
            let byte = source[position]
            if byte <= 0x20 || byte == 0x7F {
                space()
                position += 1
            } else if byte == UInt8(ascii: "&"), let reference = CharacterReference(source, at: position) {
                write(reference.scalar)
                position = reference.end
            } else {
                let end = Self.runEnd(source, from: position, stop: UInt8(ascii: "&"))
                append(source[position..<end])
                position = end
            }
        }
    }

    /// Text as it stands.
    mutating func literal(_ source: ArraySlice<UInt8>) {
        var position = source.startIndex
        while position < source.endIndex {
            if source[position] <= 0x20 {
                space()
                position += 1
            } else {
                let end = Self.runEnd(source, from: position, stop: 0)
                append(source[position..<end])
                position = end
            }
        }
    }

    /// The end of a run that can be copied whole: single blanks between words belong to it, because a copy for each word
    /// costs more than the copying.
    private static func runEnd(_ source: ArraySlice<UInt8>, from start: Int, stop: UInt8) -> Int {
        var position = start + 1
        let end = source.endIndex
        while position < end {
            let byte = source[position]
            if byte > 0x20, byte != stop {
                position += 1
            } else if byte == 0x20, position + 1 < end, source[position + 1] > 0x20, source[position + 1] != stop {
                position += 2
            } else {
                break
            }
        }
        return position
    }

    consuming func finished() -> [UInt8] {
        output
    }

    private mutating func write(_ scalar: UInt32) {
        if scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 { return space() }
        flush()
        output.append(scalar: scalar)
    }

    /// Copies a run without blanks; no-break spaces, and C1 controls that were meant as windows-1252, are mended.
    private mutating func append(_ run: ArraySlice<UInt8>) {
        guard run.contains(0xC2) else {
            flush()
            output.append(contentsOf: run)
            return
        }
        var position = run.startIndex
        while position < run.endIndex {
            if run[position] == 0x20 {
                space()
                position += 1
            } else if run[position] == 0xC2, position + 1 < run.endIndex, run[position + 1] <= 0xA0 {
                let scalar = UInt32(run[position + 1])
                write(scalar == 0xA0 ? scalar : CharacterReference.windows1252[Int(scalar) - 0x80])
                position += 2
            } else {
                flush()
                output.append(run[position])
                position += 1
            }
        }
    }

    private mutating func flush() {
        guard pending != .none else { return }
        if !output.isEmpty { output.append(pending == .line ? UInt8(ascii: "\n") : UInt8(ascii: " ")) }
        pending = .none
    }
}
