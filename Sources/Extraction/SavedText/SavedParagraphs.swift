import NewsModel

/// The lines of a saved text, and whether it is a page or plain prose.
struct SavedParagraphs {
    /// Lines that hold something, white space evened.
    let lines: [Line]
    /// The kind of each line's furniture.
    private let kinds: [FurnitureKind?]
    private let source: [UInt8]

    init(_ text: String) {
        source = Array(text.utf8)
        var found: [Line] = []
        var builder = LineBuilder()
        for piece in source.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            builder.append(piece)
            let bytes = builder.finished()
            if !bytes.isEmpty { found.append(Line(bytes)) }
        }
        lines = found
        kinds = found.map { FurnitureLine.kind(of: $0.bytes, weight: $0.weight) }
    }

    /// True where the text shows that it was a page: two lines of furniture or more, a tenth of them in the lines, and prose.
    var holdsFurniture: Bool {
        let signs = kinds.count { $0 != nil }
        return (signs >= 2 || signs == 1 && lines.count <= 12 && lines.count > 2) && lines.contains(where: \.isProse)
    }

    var furniture: [Line] {
        lines.indices.filter { kinds[$0] != nil }.map { lines[$0] }
    }

    var defaultOffset: Int {
        let sample = lines.prefix(40).map(\.text).joined(separator: " ")
        return LanguageDetector.language(of: sample) == .korean ? PageDate.koreanOffset : 0
    }

    /// The index of the article's first paragraph.
    var bodyStart: Int {
        lines.indices.first { kinds[$0] == nil && lines[$0].isProse } ?? 0
    }

    /// A plain text's first line as title, where it reads like one and other text follows; the rest as it is.
    func plainParts() -> (title: String, body: String) {
        let whole = source[...].trimmed
        guard lines.count > 1, lines[0].weight <= 200,
            !lines[0].endsSentence || lines[0].weight <= 80 && !isKoreanSentence(lines[0]),
            let lineEnd = whole.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), isTitled(after: whole[lineEnd...])
        else { return ("", String(decoding: whole, as: UTF8.self)) }
        return (lines[0].text, String(decoding: whole[lineEnd...].trimmed, as: UTF8.self))
    }

    /// A title stands before an empty line, or before a line much longer than itself: wrapped prose does not.
    private func isTitled(after rest: ArraySlice<UInt8>) -> Bool {
        let isBlankNext = rest.prefix(4).count { $0 == 0x0A } > 1
        return isBlankNext || lines[1].weight > lines[0].weight * 3 / 2
    }

    private func isKoreanSentence(_ line: Line) -> Bool {
        ByteSearch.hasSuffix(line.bytes[...], Array("다.".utf8))
            || ByteSearch.hasSuffix(line.bytes[...], Array(".".utf8))
    }
}

/// The lines before an article's first paragraph: menus, title, date, subheads, captions.
struct SavedHead {
    private(set) var title = ""
    private(set) var byline: String?
    private let dateLine: Line?

    /// - Parameter furniture: the page's lines of furniture.
    init(_ head: [Line], body: ArraySlice<Line>, furniture: [Line]) {
        let kinds = head.map { FurnitureLine.kind(of: $0.bytes, weight: $0.weight) }
        let dateIndex = kinds.firstIndex { $0 == .dateLine }
        dateLine = dateIndex.map { head[$0] }
        for (line, kind) in zip(head, kinds) where kind == .byline || kind == .contact {
            byline = byline ?? Byline.korean(in: line.bytes[...]) ?? Byline.clean(line.text)
        }
        let bodyPairs = Self.pairs(body.prefix(60).map(\.bytes))
        var best = 0.0
        for (index, line) in head.enumerated() where kinds[index] == nil && line.weight >= 12 && line.weight <= 300 {
            // A report's sentence is no headline.
            if ByteSearch.hasSuffix(line.bytes[...], Array("다.".utf8)) { continue }
            var rank = Double(Self.shared(line.bytes, bodyPairs)) * min(1, Double(line.weight) / 30)
            // The title is the line over the date and the first of the like: subheads follow it.
            if let dateIndex, index < dateIndex, dateIndex - index <= 2 { rank += 1 }
            rank -= Double(index) * 0.02
            if rank > best {
                best = rank
                title = line.text
            }
        }
        // A name that the page repeats elsewhere in its furniture is the site's.
        let site = TitleCleaner.lastPart(title).flatMap { name -> String? in
            let bytes = Array(name.utf8)
            return bytes.count >= 4 && furniture.contains { ByteSearch.contains($0.bytes[...], bytes) } ? name : nil
        }
        title = TitleCleaner.clean(title, sites: site.map { [$0] } ?? [])
    }

    func date(defaultOffset: Int) -> Timestamp? {
        dateLine.flatMap { PageDate.timestamp(in: $0.text, defaultOffset: defaultOffset) }
    }

    /// Pairs of neighbouring letters, which Korean words share whatever particle follows.
    private static func pairs(_ lines: [[UInt8]]) -> Set<UInt64> {
        var found: Set<UInt64> = []
        for line in lines { forEachPair(line) { found.insert($0) } }
        return found
    }

    /// The share of a line's pairs that the body holds, 0...1.
    private static func shared(_ line: [UInt8], _ body: Set<UInt64>) -> Double {
        var all = 0
        var common = 0
        forEachPair(line) { pair in
            all += 1
            if body.contains(pair) { common += 1 }
        }
        return all > 0 ? Double(common) / Double(all) : 0
    }

    private static func forEachPair(_ line: [UInt8], _ body: (UInt64) -> Void) {
        var last: UInt32 = 0
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            let value = scalar.value
            let isLetter =
                value >= 0x80 || ASCII.isLetter(UInt8(truncatingIfNeeded: value))
                || ASCII.isDigit(UInt8(truncatingIfNeeded: value))
            let current = isLetter ? (value < 0x80 ? UInt32(ASCII.lower(UInt8(value))) : value) : 0
            if last != 0, current != 0 { body(UInt64(last) << 32 | UInt64(current)) }
            last = current
        }
    }
}
