import NewsModel
import TextMatching

/// Walks the automaton from every place in a text where a word may begin, and keeps the uses whose conditions hold.
struct TermScanner: Sendable {
    private(set) var sentiment: [TermHit] = []
    private(set) var cues: [TermHit] = []
    private(set) var names: [TermHit] = []
    /// What the ordinary words of English say of each word; empty for other texts.
    private(set) var sections: [OrdinaryWords.Sections] = []
    /// Terms that hide sentiment terms and cues.
    private(set) var hidden: [TermHit] = []
    /// Terms that hide cues only.
    private(set) var hiddenCues: [TermHit] = []
    /// What the automaton found at the place at hand.
    private var matches: [PatternMatch] = []

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

    /// A place from which the automaton is walked.
    private struct Start {
        var position: Int
        var word: Int
        var place: Place
        var language: TermUse.Conditions
    }

    init() {}

    /// Finds the terms of another text; the memory is used again.
    mutating func scan(_ text: NormalText, _ words: [Word], _ lexicon: CompiledLexicon, _ language: Language) {
        clear()
        let conditions: TermUse.Conditions =
            language == .korean ? .korean : language == .english ? .english : []
        let needsSections = language == .english && !lexicon.ordinary.isEmpty
        let flags = text.flags.span
        for index in words.indices {
            let word = words[index]
            var start = Start(position: Int(word.start), word: index, place: .wordStart, language: conditions)
            let found = walk(start, text, words, lexicon)
            if needsSections { sections.append(lexicon.ordinary.sections(of: word, found, text)) }
            if !word.isMixed, flags[start.position] & CharacterClass.mask != CharacterClass.hangul { continue }
            let end = Int(word.end)
            start.position += 1
            while start.position < end {
                if let place = Self.place(text, start.position, lexicon) {
                    start.place = place
                    _ = walk(start, text, words, lexicon)
                }
                start.position += 1
            }
        }
    }

    private mutating func clear() {
        sentiment.clear()
        cues.clear()
        names.clear()
        sections.clear()
        hidden.clear()
        hiddenCues.clear()
    }

    /// Whether a term may begin at a byte inside a word, and how the place relates to it.
    @inline(__always)
    private static func place(_ text: NormalText, _ position: Int, _ lexicon: CompiledLexicon) -> Place? {
        guard text.flags[position] & CharacterClass.first != 0 else { return nil }
        let before = text.flags[position - 1] & CharacterClass.mask
        let here = text.flags[position] & CharacterClass.mask
        if before == CharacterClass.hanja {
            // Both sides of a spelled-out hanja are boundaries, its own inside is not.
            return text.origin(of: position) != text.origin(of: position - 1) ? .afterHanja : nil
        }
        if before != here { return CharacterClass.isWord(here) ? .kindChange : nil }
        guard here == CharacterClass.hangul, let syllable = Syllable.index(in: text.bytes.span, at: position) else {
            return nil
        }
        return lexicon.suffixSyllables[syllable] ? .inside : nil
    }

    /// Takes the terms that begin at a place; gives the run of letters and digits there, nil where none begins.
    private mutating func walk(
        _ start: Start, _ text: NormalText, _ words: [Word], _ lexicon: CompiledLexicon
    ) -> FirstWords.Found? {
        let bytes = text.bytes.span
        var first: FirstWords.Found?
        if FirstWords.isWord(bytes[start.position]) {
            let word = lexicon.firstWords.find(in: bytes, at: start.position)
            first = word
            guard word.mayMatch(in: bytes) else { return first }
            matches.clear()
            lexicon.automaton.findMatches(in: bytes, from: word.end, at: word.state, into: &matches)
        } else {
            matches.clear()
            lexicon.automaton.findMatches(in: bytes, from: start.position, into: &matches)
        }
        for index in matches.indices { take(matches[index], start, text, words, lexicon) }
        return first
    }

    private mutating func take(
        _ match: PatternMatch, _ start: Start, _ text: NormalText, _ words: [Word], _ lexicon: CompiledLexicon
    ) {
        guard let ending = WordEnding(text, match.end, lexicon.tails) else { return }
        var lastWord = -1
        for number in Int(lexicon.useStart[match.pattern])..<Int(lexicon.useStart[match.pattern + 1]) {
            let use = lexicon.uses[number]
            guard holds(use, text, words[start.word], start), !ending.tails.isDisjoint(with: use.tail) else { continue }
            if use.conditions.contains(.verb), !Self.isVerbPlace(text, words[start.word], ending.end) { continue }
            if lastWord < 0 {
                lastWord = start.word
                while lastWord + 1 < words.count, Int(words[lastWord + 1].start) < match.end { lastWord += 1 }
            }
            let hit = TermHit(
                payload: use.payload, start: Int32(start.position), end: Int32(match.end), tailEnd: Int32(ending.end),
                firstWord: Int32(start.word), lastWord: Int32(lastWord))
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
    private func holds(_ use: TermUse, _ text: NormalText, _ word: Word, _ start: Start) -> Bool {
        if use.kind != .name, use.conditions.isDisjoint(with: start.language) { return false }
        switch start.place {
        case .wordStart: break
        case .afterHanja: if use.conditions.contains(.verb) { return false }
        case .kindChange:
            if use.kind == .name || use.conditions.contains(.verb) { return use.conditions.contains(.suffix) }
            // 13.1m is a number with its unit, not a word.
            if text.characterClass(at: start.position) == CharacterClass.letter {
                return text.characterClass(at: start.position - 1) == CharacterClass.hangul
            }
        case .inside: if !use.conditions.contains(.suffix) { return false }
        }
        if use.conditions.contains(.capital) {
            // A short name in capitals is an abbreviation of something else: ESG is no Esg.
            if use.conditions.contains(.short), isAllCapital(text, word, start.position) { return false }
            return text.flags[start.position] & CharacterClass.capital != 0 || hasCapital(text, word)
        }
        if use.conditions.contains(.allCapitals) { return isAllCapital(text, word, start.position) }
        return true
    }

    /// eBay and iRobot hold their capital inside.
    private func hasCapital(_ text: NormalText, _ word: Word) -> Bool {
        var position = Int(word.start)
        while position < Int(word.end) {
            if text.flags[position] & CharacterClass.capital != 0 { return true }
            position += 1
        }
        return false
    }

    private func isAllCapital(_ text: NormalText, _ word: Word, _ start: Int) -> Bool {
        var position = start
        while position < Int(word.end), text.characterClass(at: position) == CharacterClass.letter {
            if text.flags[position] & CharacterClass.capital == 0 { return false }
            position += 1
        }
        return true
    }

    /// A verb of one syllable glued to a sign is a particle: 10%는.
    private static func isVerbPlace(_ text: NormalText, _ word: Word, _ tailEnd: Int) -> Bool {
        if tailEnd - Int(word.start) > 3 { return true }
        let before = text.characterClass(at: Int(word.start) - 1)
        return before == CharacterClass.space || before == CharacterClass.newline
    }
}

extension TermScanner {
    /// Settles what overlaps: hidden terms go, of sentiment terms and names the longest stay.
    mutating func settle() {
        LongestWins.sort(&hidden)
        LongestWins.sort(&hiddenCues)
        LongestWins.removeCovered(&sentiment, by: hidden, orEqual: true)
        LongestWins.keepLongest(&sentiment)
        LongestWins.removeCovered(&cues, by: hidden, orEqual: false)
        LongestWins.removeCovered(&cues, by: hiddenCues, orEqual: true)
        LongestWins.sort(&cues)
        LongestWins.keepLongest(&names)
    }

    /// Lets go of what an analysis has taken over.
    mutating func handOver() {
        sentiment = []
        cues = []
        names = []
        sections = []
    }

    mutating func take(back analysis: TextAnalysis) {
        sentiment = analysis.sentiment
        cues = analysis.cues
        names = analysis.names
        sections = analysis.sections
    }
}
