/// How single characters are written in the normal form.
enum CharacterFolding {
    /// Plain letters for U+00C0...U+017F in order; `.` keeps the character.
    private static let latin = Array(
        ("aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
            + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    enum Folded {
        /// Left out: joiners, byte-order marks, combining marks.
        case nothing
        case space
        case newline
        /// One ASCII character in its place, in the text a capital or not.
        case ascii(UInt8, isCapital: Bool)
        /// Several characters in its place.
        case text([UInt8], CharacterKind)
        case keep(CharacterKind)
    }

    enum CharacterKind {
        case letter, hangul, hanja, sign
    }

    /// The normal form of a character outside ASCII.
    static func fold(_ value: UInt32) -> Folded {
        switch value {
        case 0xAC00...0xD7A3: return .keep(.hangul)
        case 0x00C0...0x017F:
            let letter = Int(value - 0x00C0) < latin.count ? latin[Int(value - 0x00C0)] : UInt8(ascii: ".")
            if letter == UInt8(ascii: ".") { return .keep(.sign) }
            let isCapital = value < 0x00E0 || (value >= 0x0100 && value & 1 == 0)
            return .ascii(letter, isCapital: isCapital)
        case 0xFF01...0xFF5E:
            let ascii = UInt8(value - 0xFEE0)
            let isCapital = (0x41...0x5A).contains(ascii)
            return .ascii(isCapital ? ascii | 0x20 : ascii, isCapital: isCapital)
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
        case 0x0085, 0x2028, 0x2029: return .newline
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x0300...0x036F, 0xFE00...0xFE0F:
            return .nothing
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x00B4, 0x02BC: return .ascii(0x27, isCapital: false)
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB, 0x300C...0x300F:
            return .ascii(0x22, isCapital: false)
        case 0x00B7, 0x30FB, 0x2027, 0x2022, 0x2219, 0x318D, 0x119E, 0x22C5, 0xFF65: return .text([0xC2, 0xB7], .sign)
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return .ascii(0x2D, isCapital: false)
        case 0x223C, 0x301C: return .ascii(0x7E, isCapital: false)
        case 0x22EF: return .text([0xE2, 0x80, 0xA6], .sign)
        case 0x321C, 0x3231: return .text(Array("(주)".utf8), .sign)
        case 0x1100...0x11FF, 0x3131...0x318E: return .keep(.letter)
        case 0x4E00...0x9FFF, 0xF900...0xFAFF:
            if let word = HanjaShorthand.words[value] { return .text(word, .hanja) }
            return .keep(.hanja)
        case 0x0370...0x1FFF, 0x3040...0x30FF, 0x2C00...0x2DFF, 0xA000...0xABFF, 0x10000...0x1F0FF:
            return .keep(.letter)
        default: return .keep(.sign)
        }
    }
}
