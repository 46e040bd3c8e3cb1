/// Gathers the text of one line: runs of white space (no-break and ideographic blanks too) become one blank, signs of no
/// width are dropped.
struct LineBuilder {
    private(set) var bytes: [UInt8] = []
    private var pendingSpace = false

    var isEmpty: Bool { bytes.isEmpty }

    mutating func appendSpace() {
        pendingSpace = true
    }

    mutating func append(_ text: ArraySlice<UInt8>) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte > 0x20, byte < 0x7F {
                put(byte)
            } else if byte <= 0x20 || byte == 0x7F {
                pendingSpace = true
            } else {
                let length = Self.blankLength(text, index)
                if length.blank > 0 {
                    pendingSpace = true
                    index += length.blank
                    continue
                }
                if length.invisible > 0 {
                    index += length.invisible
                    continue
                }
                put(byte)
            }
            index += 1
        }
    }

    /// The line, and an empty builder for the next.
    mutating func finished() -> [UInt8] {
        let line = bytes
        bytes.removeAll(keepingCapacity: true)
        pendingSpace = false
        return line
    }

    private mutating func put(_ byte: UInt8) {
        if pendingSpace {
            if !bytes.isEmpty { bytes.append(0x20) }
            pendingSpace = false
        }
        bytes.append(byte)
    }

    /// The length in bytes of a blank or of an invisible sign at a place: U+00A0, U+2000...200F, U+2028...202F, U+2060, U+3000,
    /// U+FEFF, U+00AD. Direction marks are among the invisible: they must not reach a terminal.
    private static func blankLength(_ text: ArraySlice<UInt8>, _ index: Int) -> (blank: Int, invisible: Int) {
        let left = text.endIndex - index
        if text[index] == 0xC2, left >= 2 {
            let second = text[index + 1]
            if second == 0xA0 || second == 0x85 { return (2, 0) }
            return second == 0xAD || second < 0xA0 ? (0, 2) : (0, 0)
        }
        guard left >= 3 else { return (0, 0) }
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return (3, 0)
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF):
            return (0, 3)
        default: return (0, 0)
        }
    }
}
