/// A composed Hangul syllable and its parts, by the arithmetic of the Unicode standard (section 3.12).
struct Syllable: Hashable {
    /// Index of the leading consonant, 0...18.
    var lead: Int
    /// Index of the vowel, 0...20: ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ.
    var vowel: Int
    /// Index of the final consonant, 0 for none, to 27.
    var coda: Int

    init?(_ character: Character) {
        guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return nil }
        self.init(scalar)
    }

    init?(_ scalar: Unicode.Scalar) {
        guard Self.isSyllable(scalar.value) else { return nil }
        let index = Int(scalar.value - 0xAC00)
        lead = index / 588
        vowel = index % 588 / 28
        coda = index % 28
    }

    var scalar: Unicode.Scalar {
        // The three indices are in range by construction, so the scalar exists.
        Unicode.Scalar(UInt32(0xAC00 + (lead * 21 + vowel) * 28 + coda)) ?? "?"
    }

    var character: Character { Character(scalar) }

    func with(vowel: Int? = nil, coda: Int? = nil) -> Syllable {
        var copy = self
        if let vowel { copy.vowel = vowel }
        if let coda { copy.coda = coda }
        return copy
    }

    static func isSyllable(_ value: UInt32) -> Bool {
        value >= 0xAC00 && value <= 0xD7A3
    }

    /// The number of syllables.
    static let count = 11_172

    /// The place among all syllables of the one that begins at a byte, nil where another character stands there.
    @inline(__always)
    static func index(in bytes: [UInt8], at start: Int) -> Int? {
        guard start + 2 < bytes.count, bytes[start] >= 0xEA, bytes[start] <= 0xED else { return nil }
        let value =
            Int(bytes[start] & 0x0F) << 12 | Int(bytes[start + 1] & 0x3F) << 6 | Int(bytes[start + 2] & 0x3F)
        return value >= 0xAC00 && value <= 0xD7A3 ? value - 0xAC00 : nil
    }

    /// The same in a part of memory that is read in a loop.
    @inline(__always)
    static func index(in bytes: Span<UInt8>, at start: Int) -> Int? {
        guard start + 2 < bytes.count, bytes[start] >= 0xEA, bytes[start] <= 0xED else { return nil }
        let value =
            Int(bytes[start] & 0x0F) << 12 | Int(bytes[start + 1] & 0x3F) << 6 | Int(bytes[start + 2] & 0x3F)
        return value >= 0xAC00 && value <= 0xD7A3 ? value - 0xAC00 : nil
    }

    /// Whether the word's last character is a Hangul syllable with no final consonant.
    static func final(of word: String) -> Final {
        guard let last = word.unicodeScalars.last, let syllable = Syllable(last) else { return .unknown }
        return syllable.coda == 0 ? .vowel : syllable.coda == Coda.rieul ? .rieul : .consonant
    }

    /// How a word ends, which decides the form of its particles.
    enum Final {
        case vowel, consonant, rieul
        /// A Latin letter, a digit or a sign: either form may follow.
        case unknown
    }

    enum Coda {
        static let nieun = 4
        static let digeut = 7
        static let rieul = 8
        static let mieum = 16
        static let bieup = 17
        static let siot = 19
        static let ssangsiot = 20
    }

    enum Vowel {
        static let a = 0
        static let ae = 1
        static let ya = 2
        static let eo = 4
        static let e = 5
        static let yeo = 6
        static let o = 8
        static let wa = 9
        static let wae = 10
        static let oe = 11
        static let u = 13
        static let wo = 14
        static let eu = 18
        static let i = 20
    }
}
