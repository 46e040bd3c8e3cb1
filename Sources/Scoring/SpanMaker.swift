import NewsModel

/// Cuts spans out of one field.
struct SpanMaker {
    private let text: String
    private let normal: NormalText
    private let field: TextField
    /// Byte offset of every 64th code point, so that a span deep in a long text is found at once; empty where the text
    /// is short or each code point is one byte.
    private let marks: [Int32]

    /// Bytes that are walked through from the start for a span; a longer text gets marks.
    private static let longestWalk = 256

    init(text: String, normal: NormalText, field: TextField) {
        self.text = text
        self.normal = normal
        self.field = field
        marks =
            text.utf8.count > normal.length && text.utf8.count > Self.longestWalk
            ? Self.marks(text, normal.length) : []
    }

    func span(_ range: Range<Int>) -> TextSpan {
        let points = normal.codePoints(range)
        return TextSpan(
            field: field, start: points.lowerBound, end: points.upperBound, text: part(bytes(points)))
    }

    /// A part of the text; it begins and ends with code points, so it is UTF-8 as the whole is.
    private func part(_ range: Range<Int>) -> String {
        guard let part = try? UTF8Span(validating: text.utf8.span.extracting(range)) else { return "" }
        return String(copying: part)
    }

    /// The bytes of some code points.
    private func bytes(_ points: Range<Int>) -> Range<Int> {
        let source = text.utf8.span
        if source.count == normal.length { return points }
        var offset = marks.isEmpty ? 0 : Int(marks[min(points.lowerBound >> 6, marks.count - 1)])
        var point = marks.isEmpty ? 0 : min(points.lowerBound >> 6, marks.count - 1) << 6
        while point < points.lowerBound, offset < source.count {
            offset += Self.width(source[offset])
            point += 1
        }
        let start = offset
        while point < points.upperBound, offset < source.count {
            offset += Self.width(source[offset])
            point += 1
        }
        return start..<offset
    }

    private static func marks(_ text: String, _ length: Int) -> [Int32] {
        let source = text.utf8.span
        var marks: [Int32] = []
        marks.reserveCapacity(length / 64 + 1)
        var point = 0
        var offset = 0
        while offset < source.count {
            if point & 63 == 0 { marks.append(Int32(offset)) }
            offset += width(source[offset])
            point += 1
        }
        return marks
    }

    /// Bytes of the character that a first byte begins.
    @inline(__always)
    private static func width(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }
}
