import NewsModel
import TextMatching

/// Walks the automaton from every place in a text where a word may begin, and keeps the uses whose conditions hold.
struct TermScanner {
    private(set) var sentiment: [TermHit] = []
    private(set) var cues: [TermHit] = []
    private(set) var names: [TermHit] = []
    /// Terms that hide sentiment terms and cues.
    private(set) var hidden: [TermHit] = []
    /// Terms that hide cues only.
    private(set) var hiddenCues: [TermHit] = []

    private let lexicon: CompiledLexicon
    private let language: TermUse.Conditions

    /// How a place relates to its word; fewer uses hold the further inside it lies.
    private enum Place {
        case wordStart
        /// Between two kinds of letters in one word: AI|반도체.
        case kindChange
        /// After a hanja of the press: 美|엔비디아.
        case afterHanja
        /// Before a Hangul syllable inside a word.
        case inside
    }

    init(_ lexicon: CompiledLexicon, language: Language) {
        self.lexicon = lexicon
        self.language = language == .korean ? .korean : language == .english ? .english : []
    }

    mutating func scan(_ text: NormalText, _ words: [Word]) {
        for index in words.indices {
            let word = words[index]
            let start = Int(word.start)
            walk(text, words, index, start, .wordStart)
            var position = start + 1
            let end = Int(word.end)
            while position < end {
                if text.flags[position] & CharacterClass.first != 0 {
                    let before = text.flags[position - 1] & CharacterClass.mask
                    let here = text.flags[position] & CharacterClass.mask
                    if before == CharacterClass.hanja {
                        // Both sides of a spelled-out hanja are boundaries, its own inside is not.
                        if text.origin[position] != text.origin[position - 1] {
                            walk(text, words, index, position, .afterHanja)
                        }
                    } else if before != here {
                        if CharacterClass.isWord(here) { walk(text, words, index, position, .kindChange) }
                    } else if here == CharacterClass.hangul,
                        let syllable = Syllable.index(in: text.bytes, at: position), lexicon.suffixSyllables[syllable]
                    {
                        walk(text, words, index, position, .inside)
                    }
                }
                position += 1
            }
        }
    }

    private mutating func walk(_ text: NormalText, _ words: [Word], _ index: Int, _ start: Int, _ place: Place) {
        lexicon.automaton.forEachMatch(in: text.bytes, from: start) { pattern, end in
            take(text, words, index, start, end, pattern, place)
        }
    }

    private mutating func take(
        _ text: NormalText, _ words: [Word], _ index: Int, _ start: Int, _ end: Int, _ pattern: Int, _ place: Place
    ) {
        var lastWord = -1
        for number in Int(lexicon.useStart[pattern])..<Int(lexicon.useStart[pattern + 1]) {
            let use = lexicon.uses[number]
            guard holds(use, text, words[index], start, place), let tailEnd = tailEnd(use, text, end) else { continue }
            if lastWord < 0 {
                lastWord = index
                while lastWord + 1 < words.count, Int(words[lastWord + 1].start) < end { lastWord += 1 }
            }
            if use.conditions.contains(.verb), !Self.isVerbPlace(text, words[index], tailEnd) { continue }
            let hit = TermHit(
                payload: use.payload, start: Int32(start), end: Int32(end), tailEnd: Int32(tailEnd),
                firstWord: Int32(index),
                lastWord: Int32(lastWord))
            switch use.kind {
            case .sentiment: sentiment.append(hit)
            case .cue: cues.append(hit)
            case .name: names.append(hit)
            case .hide: hidden.append(hit)
            case .hideCues: hiddenCues.append(hit)
            }
        }
    }

    /// Conditions on where the match begins and in which language the text is.
    private func holds(_ use: TermUse, _ text: NormalText, _ word: Word, _ start: Int, _ place: Place) -> Bool {
        if use.kind != .name, use.conditions.isDisjoint(with: language) { return false }
        switch place {
        case .wordStart: break
        case .afterHanja: if use.conditions.contains(.verb) { return false }
        case .kindChange:
            if use.kind == .name || use.conditions.contains(.verb) { return use.conditions.contains(.suffix) }
            // 13.1m is a number with its unit, not a word.
            if text.characterClass(at: start) == CharacterClass.letter {
                return text.characterClass(at: start - 1) == CharacterClass.hangul
            }
        case .inside: if !use.conditions.contains(.suffix) { return false }
        }
        if use.conditions.contains(.capital) {
            // A short name in capitals is an abbreviation of something else: ESG is no Esg.
            if use.conditions.contains(.short), isAllCapital(text, word, start) { return false }
            return text.flags[start] & CharacterClass.capital != 0 || hasCapital(text, word)
        }
        if use.conditions.contains(.allCapitals) { return isAllCapital(text, word, start) }
        return true
    }

    /// eBay and iRobot hold their capital inside.
    private func hasCapital(_ text: NormalText, _ word: Word) -> Bool {
        text.flags[Int(word.start)..<Int(word.end)].contains { $0 & CharacterClass.capital != 0 }
    }

    private func isAllCapital(_ text: NormalText, _ word: Word, _ start: Int) -> Bool {
        var position = start
        while position < Int(word.end), text.characterClass(at: position) == CharacterClass.letter {
            if text.flags[position] & CharacterClass.capital == 0 { return false }
            position += 1
        }
        return true
    }

    /// The end of the word when the match may end at `end`, else nil.
    private func tailEnd(_ use: TermUse, _ text: NormalText, _ end: Int) -> Int? {
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
            return use.tail.contains(.empty) ? end : nil
        }
        return next == CharacterClass.hangul ? lexicon.tails.end(of: text, from: end, allowed: use.tail) : nil
    }

    /// A verb of one syllable glued to a sign is a particle: 10%는.
    private static func isVerbPlace(_ text: NormalText, _ word: Word, _ tailEnd: Int) -> Bool {
        if tailEnd - Int(word.start) > 3 { return true }
        let before = text.characterClass(at: Int(word.start) - 1)
        return before == CharacterClass.space || before == CharacterClass.newline
    }
}
