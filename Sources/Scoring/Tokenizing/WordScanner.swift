/// Cuts a normal form into words, clauses and sentences in one pass.
struct WordScanner: Sendable {
    /// No sentence is longer, so that every search inside one stays cheap on hostile text.
    static let longestSentence = 240

    private(set) var words: [Word] = []
    private(set) var sentences: [Sentence] = []
    private var firstWord = 0
    private var clause: Int32 = 0
    private var isQuestion = false

    init() {}

    init(_ text: NormalText) {
        scan(text)
    }

    /// Cuts another text; the memory is used again.
    mutating func scan(_ text: NormalText) {
        words.clear()
        sentences.clear()
        firstWord = 0
        clause = 0
        isQuestion = false
        let flags = text.flags.span
        var position = 0
        while position < flags.count {
            let kind = flags[position]
            if CharacterClass.isWord(kind) {
                position = scanWord(text, position)
            } else if kind & CharacterClass.mask == CharacterClass.newline {
                endSentence()
                position += 1
            } else if kind & CharacterClass.mask == CharacterClass.space {
                position += 1
            } else {
                position = scanSign(text, position)
            }
        }
        endSentence()
    }

    private mutating func scanWord(_ text: NormalText, _ start: Int) -> Int {
        let flags = text.flags.span
        let kind = flags[start] & CharacterClass.mask
        var all = flags[start]
        // Each spelled-out hanja is a word in itself.
        var isMixed = kind == CharacterClass.hanja
        var end = start + 1
        while end < flags.count {
            let here = flags[end] & CharacterClass.mask
            if here != kind {
                if !CharacterClass.isWord(here), !isInside(text, end) { break }
                isMixed = true
            }
            all |= flags[end]
            end += 1
        }
        append(start, end, isMixed: isMixed, hasCapital: all & CharacterClass.capital != 0)
        if flags[end - 1] & CharacterClass.mask == CharacterClass.hangul, ClauseEnding.closes(text, start..<end) {
            clause += 1
        }
        if words.count - firstWord >= Self.longestSentence { endSentence() }
        return end
    }

    /// 1,234.5 and U.S. and AT&T and 's stay one word.
    private func isInside(_ text: NormalText, _ at: Int) -> Bool {
        let byte = text.bytes[at]
        let before = text.characterClass(at: at - 1)
        let after = text.characterClass(at: at + 1)
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","):
            if before == CharacterClass.digit && after == CharacterClass.digit { return true }
            // Initials: a single letter before the dot and a letter after it.
            return byte == UInt8(ascii: ".") && before == CharacterClass.letter && after == CharacterClass.letter
                && !CharacterClass.isWord(at >= 2 ? text.flags[at - 2] : 0)
        case UInt8(ascii: "&"): return before == CharacterClass.letter && after == CharacterClass.letter
        case UInt8(ascii: "'"): return before == CharacterClass.letter && after == CharacterClass.letter
        default: return false
        }
    }

    private mutating func scanSign(_ text: NormalText, _ at: Int) -> Int {
        let byte = text.bytes[at]
        var end = at + 1
        while end < text.bytes.count, text.flags[end] & CharacterClass.first == 0 { end += 1 }
        switch byte {
        case UInt8(ascii: "."): dot(text, at)
        case UInt8(ascii: "!"): endSentence()
        case UInt8(ascii: "?"):
            isQuestion = true
            endSentence()
        case UInt8(ascii: ";"): clause += 1
        case UInt8(ascii: ","), UInt8(ascii: ":"):
            if text.characterClass(at: end) != CharacterClass.digit { clause += 1 }
        case UInt8(ascii: "-"):
            if text.characterClass(at: at - 1) == CharacterClass.space,
                text.characterClass(at: end) == CharacterClass.space
            {
                clause += 1
            }
        case 0xE2:
            // … parts clauses; arrows are words of their own.
            if end - at == 3, text.bytes[at + 1] == 0x80 {
                if text.bytes[at + 2] == 0xA6 { clause += 1 }
            } else {
                append(at, end, isMixed: true)
            }
        case 0xF0: append(at, end, isMixed: true)
        default: break
        }
        return end
    }

    private mutating func dot(_ text: NormalText, _ at: Int) {
        let after = text.characterClass(at: at + 1)
        if at + 1 < text.bytes.count, text.bytes[at + 1] == UInt8(ascii: ".") {
            clause += 1
            return
        }
        // "EUR0 .66" of tokenised text, and 3.5.
        if after == CharacterClass.digit { return }
        let isEnd = after == CharacterClass.space || after == CharacterClass.newline || after == CharacterClass.other
        let isAfterHangul = text.characterClass(at: at - 1) == CharacterClass.hangul
        // The end of the text is the end of the sentence anyway.
        if isEnd || isAfterHangul, at + 1 == text.bytes.count || !isAbbreviation(text, at) { endSentence() }
    }

    private func isAbbreviation(_ text: NormalText, _ at: Int) -> Bool {
        guard let last = words.last, Int(last.end) == at, text.characterClass(at: at - 1) == CharacterClass.letter
        else { return false }
        let word = Int(last.start)..<at
        if word.count == 1 || text.bytes[word].contains(UInt8(ascii: ".")) { return true }
        return Self.abbreviations.contains(text, word)
    }

    private static let abbreviations = WordList([
        "inc", "corp", "co", "ltd", "mr", "mrs", "ms", "dr", "st", "no", "vs", "jr", "sr", "plc", "oyj", "approx",
        "est", "jan", "feb", "mar",
        "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bros", "cos", "dept", "gov", "sen", "rep",
        "gen",
    ])

    private mutating func append(_ start: Int, _ end: Int, isMixed: Bool, hasCapital: Bool = false) {
        words.append(
            Word(
                start: Int32(start), end: Int32(end), sentence: Int32(sentences.count), clause: clause,
                isMixed: isMixed, hasCapital: hasCapital))
    }

    private mutating func endSentence() {
        if firstWord < words.count {
            sentences.append(Sentence(words: firstWord..<words.count, isQuestion: isQuestion))
            firstWord = words.count
            clause += 1
        } else if isQuestion, let last = sentences.indices.last {
            sentences[last].isQuestion = true
        }
        isQuestion = false
    }
}

extension WordScanner {
    /// Takes the memory of words and sentences back.
    init(_ words: [Word], _ sentences: [Sentence]) {
        self.words = words
        self.sentences = sentences
    }

    /// A contrast word opens a clause of its own: `but`, `하지만`.
    mutating func splitAtContrast(_ sentiment: [TermHit], _ lexicon: CompiledLexicon) {
        var shift: Int32 = 0
        // What the words before `word` were shifted by last.
        var shiftBefore: Int32 = 0
        var word = 0
        for hit in sentiment {
            guard lexicon.isContrast[Int(hit.payload)] else { continue }
            let first = Int(hit.firstWord)
            let opensClause =
                first > 0 && words[first].clause == words[first - 1].clause - (word == first ? shiftBefore : 0)
            if word < first { shiftBefore = shift }
            while word < first {
                words[word].clause += shift
                word += 1
            }
            if opensClause { shift += 1 }
        }
        guard shift > 0 else { return }
        while word < words.count {
            words[word].clause += shift
            word += 1
        }
    }
}
