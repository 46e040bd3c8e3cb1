/// How a sentence uses capitals.
enum CapitalStyle {
    case plain
    /// Capitals On Nearly Every Word.
    case titled
    /// CAPITALS ONLY.
    case shouted

    init(_ analysis: TextAnalysis, _ sentence: Range<Int>) {
        var long = 0
        var capital = 0
        var shouted = 0
        let flags = analysis.text.flags
        for index in sentence {
            let word = analysis.words[index]
            guard word.end - word.start > 3,
                flags[Int(word.start)] & CharacterClass.mask == CharacterClass.letter, !Self.isAddress(word, analysis)
            else { continue }
            long += 1
            if flags[Int(word.start)] & CharacterClass.capital != 0 { capital += 1 }
            if flags[Int(word.end) - 1] & CharacterClass.capital != 0 { shouted += 1 }
        }
        self = long >= 4 && shouted * 2 > long ? .shouted : long >= 4 && capital * 20 >= long * 17 ? .titled : .plain
    }

    /// A part of https://example.com/story.
    private static func isAddress(_ word: Word, _ analysis: TextAnalysis) -> Bool {
        (word.start > 0 && analysis.text.bytes[Int(word.start) - 1] == UInt8(ascii: "/"))
            || analysis.text.holds(scheme, at: Int(word.start))
    }

    private static let scheme = Array("http".utf8)
}
