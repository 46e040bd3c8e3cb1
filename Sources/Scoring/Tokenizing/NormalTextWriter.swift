/// Writes the normal form of a text into buffers that are long enough, and keeps count of how far it is.
///
/// Plain text comes first: ASCII that stays byte for byte in its place needs no map back to the original. From the
/// first character on that is not plain, `fold` goes on.
struct NormalTextWriter {
    /// Bytes of the source that are done.
    private(set) var index = 0
    /// Bytes of the normal form.
    private(set) var count = 0
    /// Code points of the source that are done.
    private(set) var point = 0
    /// The flags of all bytes written.
    private(set) var kinds: UInt8
    private(set) var hasHangul = false

    init(kinds: UInt8) {
        self.kinds = kinds
    }

    /// Copies the source up to the first character that would not stay in its place.
    mutating func copyPlain(_ source: Span<UInt8>, _ bytes: inout [UInt8], _ flags: inout [UInt8]) {
        var bytes = bytes.mutableSpan
        var flags = flags.mutableSpan
        // One look at the index serves all three.
        let length = min(source.count, bytes.count, flags.count)
        let entries = PlainASCII.table
        let table = entries.span
        var index = 0
        var kinds: UInt8 = 0
        // No blank may open the text.
        var conflicts = PlainASCII.blank | PlainASCII.never
        while index < length {
            let byte = source[index]
            guard byte < 0x80 else { break }
            let entry = table[Int(byte)]
            if entry.conflicts & conflicts != 0 {
                // A letter after a hyphen; the other conflicts need `fold`.
                guard entry.conflicts & conflicts == PlainASCII.afterHyphen else { break }
                Self.closeHyphen(&bytes, &flags, index)
            }
            bytes[index] = entry.byte
            flags[index] = entry.flags
            kinds |= entry.flags
            conflicts = entry.next
            index += 1
        }
        self.index = index
        count = index
        point = index
        self.kinds = kinds
    }

    /// Goes on with any kind of character, until the source or the room ends.
    mutating func fold(
        _ source: Span<UInt8>, _ bytes: inout [UInt8], _ flags: inout [UInt8], _ origins: inout [UInt32]
    ) {
        var page = bytes.mutableSpan
        var marks = flags.mutableSpan
        var map = origins.mutableSpan
        let end = page.count - NormalText.slack
        while index < source.count, count <= end {
            let byte = source[index]
            if byte < 0x80 {
                appendASCII(byte, &page, &marks, &map)
                index += 1
            } else if Syllable.index(in: source, at: index) != nil {
                hasHangul = true
                put(byte, CharacterClass.hangul | CharacterClass.first, &page, &marks, &map)
                put(source[index + 1], CharacterClass.hangul, &page, &marks, &map)
                put(source[index + 2], CharacterClass.hangul, &page, &marks, &map)
                index += 3
            } else {
                let (value, width) = Self.scalar(source, index)
                append(value, &page, &marks, &map)
                index += width
            }
            point += 1
        }
    }

    private mutating func appendASCII(
        _ byte: UInt8, _ page: inout MutableSpan<UInt8>, _ marks: inout MutableSpan<UInt8>,
        _ map: inout MutableSpan<UInt32>
    ) {
        let entry = PlainASCII.table[Int(byte)]
        let last = count > 0 ? marks[count - 1] & CharacterClass.mask : CharacterClass.newline
        switch entry.flags & CharacterClass.mask {
        case CharacterClass.space:
            if last == CharacterClass.space || last == CharacterClass.newline { return }
        case CharacterClass.newline:
            if count > 0, last == CharacterClass.newline { return }
        default:
            if entry.byte == 0 { return }
            Self.closeHyphen(&page, &marks, count, entry.flags)
        }
        put(entry.byte, entry.flags, &page, &marks, &map)
    }

    private mutating func append(
        _ value: UInt32, _ page: inout MutableSpan<UInt8>, _ marks: inout MutableSpan<UInt8>,
        _ map: inout MutableSpan<UInt32>
    ) {
        switch CharacterFolding.fold(value) {
        case .nothing: break
        case .space: appendASCII(0x20, &page, &marks, &map)
        case .newline: appendASCII(0x0A, &page, &marks, &map)
        case .ascii(let byte, let isCapital):
            appendASCII(isCapital ? byte & ~0x20 : byte, &page, &marks, &map)
        case .text(let text, let kind): put(text, kind, &page, &marks, &map)
        case .keep(let kind):
            if kind == .letter, compose(value, &page, &marks, &map) { return }
            put(Self.utf8(value), kind, &page, &marks, &map)
        }
    }

    private mutating func put(
        _ byte: UInt8, _ bits: UInt8, _ page: inout MutableSpan<UInt8>, _ marks: inout MutableSpan<UInt8>,
        _ map: inout MutableSpan<UInt32>
    ) {
        page[count] = byte
        marks[count] = bits
        map[count] = UInt32(truncatingIfNeeded: point)
        kinds |= bits
        count += 1
    }

    private mutating func put(
        _ text: [UInt8], _ kind: CharacterFolding.CharacterKind, _ page: inout MutableSpan<UInt8>,
        _ marks: inout MutableSpan<UInt8>, _ map: inout MutableSpan<UInt32>
    ) {
        let bits: UInt8 =
            switch kind {
            case .letter: CharacterClass.letter
            case .hangul: CharacterClass.hangul
            case .hanja: CharacterClass.hanja
            case .sign: CharacterClass.other
            }
        Self.closeHyphen(&page, &marks, count, bits)
        for byte in text {
            // The parts of a folded sign may be letters themselves: (주).
            if (0xEA...0xED).contains(byte) { hasHangul = true }
            let isStart = byte & 0xC0 != 0x80
            put(byte, bits | (isStart ? CharacterClass.first : 0), &page, &marks, &map)
        }
    }

    /// A hyphen with a letter on both sides counts as a space; called when the character after it is known.
    private static func closeHyphen(
        _ page: inout MutableSpan<UInt8>, _ marks: inout MutableSpan<UInt8>, _ count: Int,
        _ bits: UInt8 = CharacterClass.letter
    ) {
        guard count >= 2, page[count - 1] == 0x2D else { return }
        let before = marks[count - 2] & CharacterClass.mask
        let isJoined =
            (before == CharacterClass.letter || before == CharacterClass.digit)
            && bits & CharacterClass.mask == CharacterClass.letter
        if isJoined {
            page[count - 1] = 0x20
            marks[count - 1] = CharacterClass.space | CharacterClass.hyphen | CharacterClass.first
        }
    }

    /// Joins a conjoining vowel or final consonant to the syllable before it (Unicode standard, section 3.12).
    private mutating func compose(
        _ value: UInt32, _ page: inout MutableSpan<UInt8>, _ marks: inout MutableSpan<UInt8>,
        _ map: inout MutableSpan<UInt32>
    ) -> Bool {
        guard count >= 3, page[count - 3] & 0xF0 == 0xE0 else { return false }
        let last =
            UInt32(page[count - 3] & 0x0F) << 12 | UInt32(page[count - 2] & 0x3F) << 6 | UInt32(page[count - 1] & 0x3F)
        var composed: UInt32?
        if (0x1161...0x1175).contains(value), (0x1100...0x1112).contains(last) {
            composed = 0xAC00 + ((last - 0x1100) * 21 + (value - 0x1161)) * 28
        } else if (0x11A8...0x11C2).contains(value), Syllable.isSyllable(last), (last - 0xAC00) % 28 == 0 {
            composed = last + (value - 0x11A7)
        }
        guard let composed else { return false }
        let here = point
        count -= 3
        point = Int(map[count])
        put(Self.utf8(composed), .hangul, &page, &marks, &map)
        point = here
        return true
    }

    /// The code point outside ASCII that begins at a byte, and its bytes; a string's UTF-8 is always whole.
    private static func scalar(_ source: Span<UInt8>, _ index: Int) -> (value: UInt32, width: Int) {
        let first = source[index]
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width { value = value << 6 | UInt32(source[index + offset] & 0x3F) }
        return (value, width)
    }

    private static func utf8(_ value: UInt32) -> [UInt8] {
        guard let scalar = Unicode.Scalar(value) else { return [] }
        return Array(UTF8.encode(scalar).map(Array.init) ?? [])
    }
}
