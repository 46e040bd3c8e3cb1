/// A text in the normal form that matching runs over, with the way back to the code points of the original.
///
/// Lower case, half width, composed Hangul, plain Latin letters, one kind of space, quote and middle dot; a hyphen
/// between letters is a space; hanja shorthand of the press is spelled out.
struct NormalText: Sendable {
    private(set) var bytes: [UInt8] = []
    /// For each byte its `CharacterClass` bits.
    private(set) var flags: [UInt8] = []
    /// For each byte the code point of the original that it comes from.
    private(set) var origin: [UInt32] = []
    /// Code points in the original.
    private(set) var length = 0

    init(_ text: String) {
        let source = Array(text.utf8)
        guard !source.isEmpty else { return }
        bytes.reserveCapacity(source.count + 8)
        flags.reserveCapacity(source.count + 8)
        origin.reserveCapacity(source.count + 8)
        var point: UInt32 = 0
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte < 0x80 {
                appendASCII(byte, point)
                index += 1
            } else if Syllable.index(in: source, at: index) != nil {
                putSyllable(byte, source[index + 1], source[index + 2], point)
                index += 3
            } else {
                let (value, width) = Self.scalar(source, index)
                append(value, point)
                index += width
            }
            point += 1
        }
        length = Int(point)
        closeHyphen()
    }

    /// Whether the byte at an offset belongs to a Hangul syllable as the text writes it; false at the end.
    @inline(__always)
    func isHangul(at offset: Int) -> Bool {
        offset < flags.count && flags[offset] & CharacterClass.mask == CharacterClass.hangul
    }

    /// The class of the byte at an offset; a newline before the start and after the end.
    @inline(__always)
    func characterClass(at offset: Int) -> UInt8 {
        offset >= 0 && offset < flags.count ? flags[offset] & CharacterClass.mask : CharacterClass.newline
    }

    /// The code points of the original that a range of bytes comes from.
    func codePoints(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let at = range.lowerBound < origin.count ? Int(origin[range.lowerBound]) : length
            return at..<at
        }
        let start = Int(origin[range.lowerBound])
        // A syllable composed of several code points ends where the next character begins.
        let next = range.upperBound < origin.count ? Int(origin[range.upperBound]) : length
        let last = Int(origin[range.upperBound - 1])
        return start..<max(next, last + 1)
    }

    private mutating func appendASCII(_ byte: UInt8, _ point: UInt32) {
        switch byte {
        case 0x61...0x7A: put(byte, CharacterClass.letter, point)
        case 0x41...0x5A: put(byte | 0x20, CharacterClass.letter | CharacterClass.capital, point)
        case 0x30...0x39: put(byte, CharacterClass.digit, point)
        case 0x20, 0x09: space(point)
        case 0x0A, 0x0D, 0x0B, 0x0C: newline(point)
        case 0x00...0x1F, 0x7F: break
        default: put(byte, CharacterClass.other, point)
        }
    }

    private mutating func append(_ value: UInt32, _ point: UInt32) {
        switch CharacterFolding.fold(value) {
        case .nothing: break
        case .space: space(point)
        case .newline: newline(point)
        case .ascii(let byte, let isCapital):
            if byte >= 0x61 && byte <= 0x7A {
                put(byte, CharacterClass.letter | (isCapital ? CharacterClass.capital : 0), point)
            } else {
                appendASCII(byte, point)
            }
        case .text(let text, let kind): put(text, kind, point)
        case .keep(let kind):
            if kind == .letter, compose(value, point) { return }
            put(Self.utf8(value), kind, point)
        }
    }

    private mutating func put(_ byte: UInt8, _ bits: UInt8, _ point: UInt32) {
        closeHyphen(before: bits)
        bytes.append(byte)
        flags.append(bits | CharacterClass.first)
        origin.append(point)
    }

    private mutating func put(_ text: [UInt8], _ kind: CharacterFolding.CharacterKind, _ point: UInt32) {
        let bits: UInt8 =
            switch kind {
            case .letter: CharacterClass.letter
            case .hangul: CharacterClass.hangul
            case .hanja: CharacterClass.hanja
            case .sign: CharacterClass.other
            }
        closeHyphen(before: bits)
        for byte in text {
            // The parts of a folded sign may be letters themselves: (주).
            let isStart = byte & 0xC0 != 0x80
            bytes.append(byte)
            flags.append(bits | (isStart ? CharacterClass.first : 0))
            origin.append(point)
        }
    }

    private mutating func putSyllable(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ point: UInt32) {
        closeHyphen(before: CharacterClass.hangul)
        bytes.append(first)
        bytes.append(second)
        bytes.append(third)
        flags.append(CharacterClass.hangul | CharacterClass.first)
        flags.append(CharacterClass.hangul)
        flags.append(CharacterClass.hangul)
        origin.append(point)
        origin.append(point)
        origin.append(point)
    }

    /// The code point outside ASCII that begins at a byte, and its bytes; a string's UTF-8 is always whole.
    private static func scalar(_ source: [UInt8], _ index: Int) -> (value: UInt32, width: Int) {
        let first = source[index]
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width { value = value << 6 | UInt32(source[index + offset] & 0x3F) }
        return (value, width)
    }

    private mutating func space(_ point: UInt32) {
        guard let last = flags.last, last & CharacterClass.mask != CharacterClass.space,
            last & CharacterClass.mask != CharacterClass.newline
        else { return }
        bytes.append(0x20)
        flags.append(CharacterClass.space | CharacterClass.first)
        origin.append(point)
    }

    private mutating func newline(_ point: UInt32) {
        if let last = flags.last, last & CharacterClass.mask == CharacterClass.newline { return }
        bytes.append(0x0A)
        flags.append(CharacterClass.newline | CharacterClass.first)
        origin.append(point)
    }

    /// A hyphen with a letter on both sides counts as a space; called when the character after it is known.
    private mutating func closeHyphen(before bits: UInt8 = 0) {
        let count = bytes.count
        // The first test turns nearly every character away.
        guard count >= 2, bytes[count - 1] == 0x2D else { return }
        guard flags[count - 1] & CharacterClass.hyphen == 0 else { return }
        let before = flags[count - 2] & CharacterClass.mask
        let isJoined =
            (before == CharacterClass.letter || before == CharacterClass.digit)
            && bits & CharacterClass.mask == CharacterClass.letter
        if isJoined {
            bytes[count - 1] = 0x20
            flags[count - 1] = CharacterClass.space | CharacterClass.hyphen | CharacterClass.first
        }
    }

    /// Joins a conjoining vowel or final consonant to the syllable before it (Unicode standard, section 3.12).
    private mutating func compose(_ value: UInt32, _ point: UInt32) -> Bool {
        let count = bytes.count
        guard count >= 3, let last = Self.scalar(bytes[(count - 3)...]) else { return false }
        var composed: UInt32?
        if (0x1161...0x1175).contains(value), (0x1100...0x1112).contains(last) {
            composed = 0xAC00 + ((last - 0x1100) * 21 + (value - 0x1161)) * 28
        } else if (0x11A8...0x11C2).contains(value), Syllable.isSyllable(last), (last - 0xAC00) % 28 == 0 {
            composed = last + (value - 0x11A7)
        }
        guard let composed else { return false }
        let start = origin[count - 3]
        bytes.removeLast(3)
        flags.removeLast(3)
        origin.removeLast(3)
        put(Self.utf8(composed), .hangul, start)
        return true
    }

    private static func utf8(_ value: UInt32) -> [UInt8] {
        guard let scalar = Unicode.Scalar(value) else { return [] }
        return Array(UTF8.encode(scalar).map(Array.init) ?? [])
    }

    private static func scalar(_ three: ArraySlice<UInt8>) -> UInt32? {
        guard let first = three.first, first & 0xF0 == 0xE0 else { return nil }
        return three.dropFirst().reduce(UInt32(first & 0x0F)) { $0 << 6 | UInt32($1 & 0x3F) }
    }
}

extension NormalText {
    /// The normal form of a term or name, as the automaton wants it.
    static func pattern(_ term: String) -> [UInt8] {
        pattern(term, "")
    }

    /// The same for a term in two parts.
    static func pattern(_ head: String, _ rest: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.utf8.count + rest.utf8.count)
        bytes.append(contentsOf: head.utf8)
        bytes.append(contentsOf: rest.utf8)
        if !foldPlain(&bytes) { bytes = NormalText(head + rest).bytes }
        while bytes.last == 0x20 { bytes.removeLast() }
        return bytes
    }

    /// Folds ASCII and Hangul in place, which nearly all terms are made of; false where the bytes need more.
    private static func foldPlain(_ bytes: inout [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x41...0x5A: bytes[index] = byte | 0x20
            case 0x20: if index == 0 || bytes[index - 1] == 0x20 { return false }
            case 0x00..<0x20, 0x2D, 0x7F: return false
            case 0xEB, 0xEC: index += 2
            case 0xEA, 0xED:
                // U+AC00 is EA B0 80, U+D7A3 is ED 9E A3.
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                if byte == 0xEA ? next < 0xB0 : next > 0x9D { return false }
                index += 2
            default: if byte >= 0x80 { return false }
            }
            index += 1
        }
        return true
    }
}
