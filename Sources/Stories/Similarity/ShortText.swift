/// A short text as words of code points: Hangul, Latin letters (lower case), digits and other letters each in words of
/// their own.
struct ShortText {
    /// A word with what it is compared by.
    struct Word {
        let scalars: [UInt32]
        /// Pairs of neighbouring letters, Hangul taken apart into its letters, the word's ends among them.
        let pairs: PairCounts

        var isNumber: Bool { scalars.first.map { (0x30...0x39).contains($0) } ?? false }
    }

    let parts: [Word]
    var words: [[UInt32]] { parts.map(\.scalars) }
    /// True where a Hangul syllable is in the text.
    let isHangul: Bool

    /// Bytes that are read, and words that are kept.
    private static let longest = 2000
    private static let mostWords = 80

    init(_ text: String) {
        var words: [[UInt32]] = []
        var current: [UInt32] = []
        var kind = Kind.none
        func end() {
            if !current.isEmpty { words.append(current) }
            current = []
        }
        let scalars = Array(String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self).unicodeScalars.map(\.value))
        for (place, scalar) in scalars.enumerated() {
            let next = Kind(scalar)
            // 1,200 and 3.5 are one number.
            let isInside =
                kind == .digit && (scalar == 0x2C || scalar == 0x2E) && place + 1 < scalars.count
                && Kind(scalars[place + 1]) == .digit
            if isInside {
                current.append(scalar)
                continue
            }
            if next != kind { end() }
            if next != .none { current.append((0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar) }
            kind = next
        }
        end()
        isHangul = words.contains { Kind($0[0]) == .hangul }
        parts = words.prefix(Self.mostWords).map { Word(scalars: $0, pairs: PairCounts(ofLetters: $0)) }
    }

    private enum Kind {
        case none, digit, latin, hangul, other

        init(_ scalar: UInt32) {
            switch scalar {
            case 0x30...0x39: self = .digit
            case 0x41...0x5A, 0x61...0x7A: self = .latin
            case 0xAC00...0xD7A3: self = .hangul
            case 0xC0...0x24F, 0x370...0x52F, 0x3041...0x30FF, 0x4E00...0x9FFF: self = .other
            default: self = .none
            }
        }
    }
}

/// How often each of some keys occurs.
struct PairCounts {
    private(set) var counts: [UInt64: Int] = [:]
    private(set) var total = 0

    init(keys: some Sequence<UInt64>) {
        for key in keys {
            counts[key, default: 0] += 1
            total += 1
        }
    }

    /// Neighbours in a row.
    init(neighbours row: [UInt32]) {
        self.init(keys: zip(row, row.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
    }

    /// Neighbours in a word, Hangul syllables taken apart (Unicode Standard, section 3.12).
    init(ofLetters word: [UInt32]) {
        var letters: [UInt32] = [0x5E]
        for scalar in word {
            guard (0xAC00...0xD7A3).contains(scalar) else {
                letters.append(scalar)
                continue
            }
            let syllable = scalar - 0xAC00
            letters += [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28]
            if syllable % 28 > 0 { letters.append(0x11A7 + syllable % 28) }
        }
        self.init(neighbours: letters + [0x24])
    }

    /// Keys in common, each as often as both have it.
    func common(_ other: PairCounts) -> Int {
        let (small, large) = counts.count <= other.counts.count ? (counts, other.counts) : (other.counts, counts)
        return small.reduce(0) { $0 + min($1.value, large[$1.key] ?? 0) }
    }

    /// Dice's coefficient, 0...1.
    func share(_ other: PairCounts) -> Double {
        total + other.total == 0 ? 0 : 2 * Double(common(other)) / Double(total + other.total)
    }

    /// The share of the smaller one that the larger one has, 0...1.
    func shareOfSmaller(_ other: PairCounts) -> Double {
        min(total, other.total) == 0 ? 0 : Double(common(other)) / Double(min(total, other.total))
    }
}
