import NewsModel

/// Percents written with a sign where no word says which way they went: `shares -3.2%`, `Sales +5%`, `코스피 -1.2%`.
struct SignedPercent {
    let analysis: TextAnalysis
    let parameters: ScoringParameters

    struct Found {
        var number: NumberToken
        /// +1 up, -1 down.
        var sign: Double
    }

    /// Percents of one sentence looked at; keeps hostile text linear.
    private static let most = 8

    /// The signed percents of a sentence, in the order of the text.
    func found(in sentence: Int) -> [Found] {
        if analysis.numbers.isEmpty { return [] }
        var found: [Found] = []
        for number in analysis.numbers(in: sentence) where number.isPercent && found.count < Self.most {
            if let sign = sign(before: number.start) { found.append(Found(number: number, sign: sign)) }
        }
        return found
    }

    /// A sign that opens a word: 3-5% is a range, not a fall.
    private func sign(before start: Int) -> Double? {
        let bytes = analysis.text.bytes
        guard start > 0, bytes[start - 1] == UInt8(ascii: "+") || bytes[start - 1] == UInt8(ascii: "-") else {
            return nil
        }
        let before = analysis.text.characterClass(at: start - 2)
        let opens =
            before == CharacterClass.space || before == CharacterClass.newline
            || (start > 1 && "(,[".utf8.contains(bytes[start - 2]))
        return opens ? (bytes[start - 1] == UInt8(ascii: "+") ? 1 : -1) : nil
    }
}
