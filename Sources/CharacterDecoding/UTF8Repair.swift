/// Checks and mends UTF-8.
enum UTF8Repair {
    /// True where the bytes are valid UTF-8 as the Unicode standard defines it (no surrogates, no overlong forms).
    static func isValid(_ bytes: [UInt8]) -> Bool {
        // `UTF8Span(validating:)` takes nine instructions a byte; eight bytes of ASCII at once are one.
        var position = 0
        while position < bytes.count {
            if position + 8 <= bytes.count {
                let marks = word(of: bytes, at: position) & 0x8080_8080_8080_8080
                position += marks == 0 ? 8 : marks.trailingZeroBitCount / 8
                if marks == 0 { continue }
            }
            if bytes[position] < 0x80 {
                position += 1
                continue
            }
            let found = sequenceLength(bytes, at: position)
            guard found.isComplete else { return false }
            position += found.length
        }
        return true
    }

    /// Eight bytes as a number, the first one lowest.
    ///
    /// - Precondition: the array has eight bytes from `position`.
    private static func word(of bytes: [UInt8], at position: Int) -> UInt64 {
        unsafe bytes.withUnsafeBytes {  // buffer: not kept
            UInt64(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
    }

    /// Replaces each broken sequence with U+FFFD, as the WHATWG standard does.
    ///
    /// - Returns: valid UTF-8, the same array where nothing was broken, and the number of replacements.
    static func repair(_ bytes: [UInt8]) -> (utf8: [UInt8], replaced: Int) {
        if isValid(bytes) { return (bytes, 0) }
        let counts = census(of: bytes)
        return (Array(String(decoding: bytes, as: UTF8.self).utf8), counts.broken)
    }

    /// Counts the well-formed sequences of several bytes and the broken places.
    static func census(of bytes: [UInt8]) -> (wellFormed: Int, broken: Int) {
        var wellFormed = 0
        var broken = 0
        var position = 0
        while position < bytes.count {
            let lead = bytes[position]
            if lead < 0x80 {
                position += 1
                continue
            }
            let found = sequenceLength(bytes, at: position)
            if found.isComplete { wellFormed += 1 } else { broken += 1 }
            position += found.length
        }
        return (wellFormed, broken)
    }

    /// How many bytes from `position` belong together: a whole character, or the longest start of one.
    private static func sequenceLength(_ bytes: [UInt8], at position: Int) -> (length: Int, isComplete: Bool) {
        let lead = bytes[position]
        let needed: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: needed = 1
        case 0xE0...0xEF:
            needed = 2
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            needed = 3
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return (1, false)
        }
        for offset in 1...needed {
            let range = offset == 1 ? second : 0x80...0xBF
            guard position + offset < bytes.count, range.contains(bytes[position + offset]) else {
                return (offset, false)
            }
        }
        return (needed + 1, true)
    }
}
