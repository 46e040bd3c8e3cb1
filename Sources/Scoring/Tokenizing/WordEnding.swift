/// How a match may end: with its word, or before a chain of particles or endings.
struct WordEnding {
    /// What stands between the match and the end of its word; `.empty` where nothing does.
    let tails: TailSet
    /// The end of the word, as far as its particles or endings go.
    let end: Int

    /// Nil where no match may end at `end`.
    init?(_ text: NormalText, _ end: Int, _ grammar: TailGrammar) {
        let last = text.characterClass(at: end - 1)
        let next = text.characterClass(at: end)
        let isBound =
            switch next {
            case CharacterClass.hangul: last == CharacterClass.hanja || !CharacterClass.isWord(last)
            case CharacterClass.hanja: true
            case CharacterClass.letter, CharacterClass.digit:
                last != CharacterClass.letter && last != CharacterClass.digit
            default: true
            }
        if isBound {
            // 3 is no match in 3.5.
            if last == CharacterClass.digit, text.bytes.count > end + 1, text.bytes[end] == UInt8(ascii: "."),
                text.characterClass(at: end + 1) == CharacterClass.digit
            {
                return nil
            }
            tails = .empty
            self.end = end
        } else {
            guard next == CharacterClass.hangul, let tail = grammar.tail(of: text, from: end) else { return nil }
            tails = tail.set
            self.end = tail.end
        }
    }
}
