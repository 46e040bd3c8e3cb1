/// A text as a row of hashed units: each Hangul syllable and each word of other letters or digits is one unit.
///
/// Korean words carry particles and outlets space them differently, so syllables are compared and blanks are not.
/// Case, blanks and punctuation do not count. Hashes are the same on every machine: fingerprints are stored.
struct TextUnits {
    private(set) var hashes: [UInt64] = []
    /// How many of the units are Hangul syllables.
    private(set) var syllables = 0
    /// How many of the units belong to the title.
    private(set) var titleCount = 0

    init(title: String, body: String) {
        hashes.reserveCapacity(min(1 << 14, (title.utf8.count + body.utf8.count) / 3))
        append(title.utf8Span.span)
        titleCount = hashes.count
        append(body.utf8Span.span)
    }

    /// True where Hangul makes up most of the text.
    var isHangul: Bool { syllables * 2 > hashes.count }

    private mutating func append(_ bytes: Span<UInt8>) {
        var position = 0
        var word = WordHash()
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                let start = position
                while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
                if position > start {
                    word.take(bytes, start..<position)
                } else {
                    end(&word)
                    position += 1
                }
                continue
            }
            let length = Self.length(byte, bytes.count - position)
            let scalar = Self.scalar(bytes, position, length)
            position += length
            if (0xAC00...0xD7A3).contains(scalar) {
                end(&word)
                hashes.append(MixingHash.mix(UInt64(scalar)))
                syllables += 1
            } else if Self.isSeparator(scalar) {
                end(&word)
            } else {
                word.take(scalar)
            }
        }
        end(&word)
    }

    @inline(__always)
    private mutating func end(_ word: inout WordHash) {
        guard let hash = word.end() else { return }
        hashes.append(hash)
    }

    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool {
        // A digit, or a letter in either case.
        byte &- 0x30 < 10 || byte < 0x80 && (byte | 0x20) &- 0x61 < 26
    }

    /// Bytes of the scalar that starts with `byte`. The bytes come from a String, so they are valid UTF-8.
    @inline(__always)
    private static func length(_ byte: UInt8, _ left: Int) -> Int {
        min(left, byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
    }

    @inline(__always)
    private static func scalar(_ bytes: Span<UInt8>, _ position: Int, _ length: Int) -> UInt32 {
        var value = UInt32(bytes[position]) & (0x7F >> UInt32(length))
        for place in 1..<max(1, length) {
            value = value << 6 | UInt32(bytes[position + place] & 0x3F)
        }
        return value
    }

    /// Blanks, quotes, dashes, dots and other signs beyond ASCII, by their blocks.
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0xBF, 0xD7, 0xF7: true
        case 0x2000...0x2BFF: true
        case 0x3000...0x303F, 0x318D, 0x30FB: true
        case 0xFE00...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF: true
        default: false
        }
    }
}
