/// What the bytes of the normal form are, in the low bits of its flags.
enum CharacterClass {
    static let mask: UInt8 = 0x07
    /// Punctuation and signs.
    static let other: UInt8 = 0
    static let space: UInt8 = 1
    /// A letter of an alphabet; anything that is neither Hangul nor hanja.
    static let letter: UInt8 = 2
    static let digit: UInt8 = 3
    static let hangul: UInt8 = 4
    /// Hangul that stands for a hanja of the press (美 -> 미국): words may begin and end beside it.
    static let hanja: UInt8 = 5
    static let newline: UInt8 = 6

    /// An ASCII digit; beside the class, so that the flags of a whole text tell whether it has one.
    static let number: UInt8 = 0x08
    /// A sign that stands before codes of companies: `$`, `(` or `:`.
    static let codeSign: UInt8 = 0x10
    /// The text writes the letter as a capital.
    static let capital: UInt8 = 0x80
    /// A space of the normal form that the text writes as a hyphen.
    static let hyphen: UInt8 = 0x40
    /// The first byte of a character.
    static let first: UInt8 = 0x20

    /// Letters, digits, Hangul and hanja.
    @inline(__always)
    static func isWord(_ flags: UInt8) -> Bool {
        let value = flags & mask
        return value >= letter && value <= hanja
    }
}
