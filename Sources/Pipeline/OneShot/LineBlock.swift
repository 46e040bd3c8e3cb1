/// Whole lines of NDJSON, as they stand in the input: what one thread works on at a time.
public struct LineBlock: Sendable {
    /// Lines with their ends; the last line of the input may lack it.
    public let bytes: [UInt8]
    /// The number of the first line, counted from 1.
    public let firstNumber: Int
    public let lineCount: Int
    /// Bytes that a line may have; a longer one is refused.
    public static let longestLine = 64 << 20

    public init(bytes: [UInt8], firstNumber: Int) {
        self.bytes = bytes
        self.firstNumber = firstNumber
        let ends = bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        lineCount = bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? ends : ends + 1
    }

    /// Where each line stands in the bytes, its end excluded.
    public var lines: LineRanges { LineRanges(bytes: bytes) }

    /// The text of each line; what is not UTF-8 in it becomes U+FFFD.
    public var texts: [String] {
        lines.map { line in
            let end = line.last.map { bytes[$0] == UInt8(ascii: "\r") } ?? false ? line.upperBound - 1 : line.upperBound
            return String(decoding: bytes[line.lowerBound..<end], as: UTF8.self)
        }
    }

    /// The first `count` lines, and what is left after them; nil where nothing is.
    public func split(after count: Int) -> (first: LineBlock, rest: LineBlock?) {
        guard count < lineCount else { return (self, nil) }
        let cut = Array(lines.prefix(count + 1))[count].lowerBound
        return (
            LineBlock(bytes: Array(bytes[..<cut]), firstNumber: firstNumber),
            LineBlock(bytes: Array(bytes[cut...]), firstNumber: firstNumber + count)
        )
    }
}

/// The lines of some bytes, one after another.
public struct LineRanges: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var start = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    public mutating func next() -> Range<Int>? {
        guard start < bytes.count else { return nil }
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        defer { start = end + 1 }
        return start..<end
    }
}

/// Lines of output for the lines of a block, in their order.
public struct ScoredBlock: Sendable {
    /// JSON objects, each with its line's end.
    public let bytes: [UInt8]
    public let lineCount: Int
    /// The highest severity.
    public let severity: Int
    /// True where a line could not be read, and the output says why in its place.
    public let hasProblem: Bool
}
