/// How each ASCII character is written in the normal form.
enum PlainASCII {
    struct Entry: Sendable {
        /// 0 where the character is left out.
        var byte: UInt8
        var flags: UInt8
        /// What may keep it from staying in its place: it does where the character before has such a bit in `next`.
        var conflicts: UInt8
        var next: UInt8
    }

    /// A blank after a blank.
    static let blank: UInt8 = 1
    /// A letter after a hyphen, which then may count as a space.
    static let afterHyphen: UInt8 = 2
    /// Left out, whatever stands before: all characters have it in `next`.
    static let never: UInt8 = 4

    static let table: [Entry] = (0..<128).map { entry(UInt8($0)) }

    private static func entry(_ byte: UInt8) -> Entry {
        let kind: UInt8
        var folded = byte
        switch byte {
        case 0x61...0x7A: kind = CharacterClass.letter
        case 0x41...0x5A:
            kind = CharacterClass.letter | CharacterClass.capital
            folded = byte | 0x20
        case 0x30...0x39: kind = CharacterClass.digit | CharacterClass.number
        case 0x20, 0x09:
            kind = CharacterClass.space
            folded = 0x20
        case 0x0A...0x0D:
            kind = CharacterClass.newline
            folded = 0x0A
        case 0x00...0x1F, 0x7F: return Entry(byte: 0, flags: 0, conflicts: never, next: never)
        case UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ":"): kind = CharacterClass.codeSign
        default: kind = CharacterClass.other
        }
        let isBlank = folded <= 0x20
        let isLetter = kind & CharacterClass.mask == CharacterClass.letter
        return Entry(
            byte: folded, flags: kind | CharacterClass.first,
            conflicts: (isBlank ? blank : 0) | (isLetter ? afterHyphen : 0),
            next: never | (isBlank ? blank : 0) | (byte == UInt8(ascii: "-") ? afterHyphen : 0))
    }
}
