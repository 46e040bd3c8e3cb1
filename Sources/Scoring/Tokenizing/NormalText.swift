/// A text in the normal form that matching runs over, with the way back to the code points of the original.
///
/// Lower case, half width, composed Hangul, plain Latin letters, one kind of space, quote and middle dot; a hyphen
/// between letters is a space; hanja shorthand of the press is spelled out.
struct NormalText: Sendable {
    /// Read through `text.bytes.span` in loops.
    private(set) var bytes: [UInt8] = []
    /// For each byte its `CharacterClass` bits.
    private(set) var flags: [UInt8] = []
    /// For each byte the code point of the original that it comes from; empty where byte n comes from code point n,
    /// as in nearly all English texts.
    private var origins: [UInt32] = []
    /// Code points in the original.
    private(set) var length = 0
    /// The flags of all bytes together: tells which kinds of character the text has at all.
    private(set) var kinds: UInt8 = 0
    /// Whether the normal form has Hangul at all.
    private(set) var hasHangul = false

    init() {}

    init(_ text: String) {
        read(text)
    }

    /// Takes another text in place of this one; the memory is used again.
    mutating func read(_ text: String) {
        let source = text.utf8.span
        makeRoom(source.count)
        origins.clear()
        var progress = NormalTextWriter(kinds: 0)
        progress.copyPlain(source, &bytes, &flags)
        if progress.index < source.count {
            origins.reserveCapacity(bytes.count + Self.slack)
            for number in 0..<progress.count { origins.append(UInt32(number)) }
            while progress.index < source.count {
                makeRoom(progress.count + (source.count - progress.index) + Self.slack)
                origins.append(contentsOf: repeatElement(0, count: bytes.count - origins.count))
                progress.fold(source, &bytes, &flags, &origins)
            }
            origins.removeLast(origins.count - progress.count)
        }
        bytes.removeLast(bytes.count - progress.count)
        flags.removeLast(flags.count - progress.count)
        length = progress.point
        kinds = progress.kinds
        hasHangul = progress.hasHangul
    }

    /// More than the bytes that one character of the source may become.
    static let slack = 32

    private mutating func makeRoom(_ count: Int) {
        if bytes.count < count {
            bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
            flags.append(contentsOf: repeatElement(0, count: count - flags.count))
        }
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

    /// Whether some bytes stand at an offset.
    func holds(_ wanted: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + wanted.count <= bytes.count else { return false }
        var index = 0
        while index < wanted.count {
            if bytes[offset + index] != wanted[index] { return false }
            index += 1
        }
        return true
    }

    /// The code point of the original that a byte comes from.
    @inline(__always)
    func origin(of offset: Int) -> Int {
        origins.isEmpty ? offset : Int(origins[offset])
    }

    /// The code points of the original that a range of bytes comes from.
    func codePoints(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let at = range.lowerBound < bytes.count ? origin(of: range.lowerBound) : length
            return at..<at
        }
        let start = origin(of: range.lowerBound)
        // A syllable composed of several code points ends where the next character begins.
        let next = range.upperBound < bytes.count ? origin(of: range.upperBound) : length
        let last = origin(of: range.upperBound - 1)
        return start..<max(next, last + 1)
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
