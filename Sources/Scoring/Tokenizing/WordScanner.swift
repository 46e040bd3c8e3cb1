/// Cuts a normal form into words, clauses and sentences in one pass.
struct WordScanner {
    /// No sentence is longer, so that every search inside one stays cheap on hostile text.
    static let longestSentence = 240

    private(set) var words: [Word] = []
    private(set) var sentences: [Sentence] = []
    private var firstWord = 0
    private var clause: Int32 = 0
    private var isQuestion = false

    init(_ text: NormalText) {
        let count = text.bytes.count
        words.reserveCapacity(count / 5 + 1)
        var position = 0
        while position < count {
            let kind = text.flags[position]
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
        var end = start + 1
        while end < text.bytes.count, CharacterClass.isWord(text.flags[end]) || isInside(text, end) { end += 1 }
        append(start, end)
        if ClauseEnding.closes(text, start..<end) { clause += 1 }
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
                append(at, end)
            }
        case 0xF0: append(at, end)
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
        if isEnd || isAfterHangul, !isAbbreviation(text, at) { endSentence() }
    }

    private func isAbbreviation(_ text: NormalText, _ at: Int) -> Bool {
        guard let last = words.last, Int(last.end) == at, text.characterClass(at: at - 1) == CharacterClass.letter
        else { return false }
        // The end of the text is the end of the sentence anyway.
        let word = Array(text.bytes[Int(last.start)..<at])
        return word.count == 1 || word.contains(UInt8(ascii: ".")) || Self.abbreviations.contains(word)
    }

    private static let abbreviations: Set<[UInt8]> = Set(
        [
            "inc", "corp", "co", "ltd", "mr", "mrs", "ms", "dr", "st", "no", "vs", "jr", "sr", "plc", "oyj", "approx",
            "est", "jan", "feb", "mar",
            "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bros", "cos", "dept", "gov", "sen", "rep",
            "gen",
        ]
        .map { Array($0.utf8) })

    private mutating func append(_ start: Int, _ end: Int) {
        words.append(
            Word(start: Int32(start), end: Int32(end), sentence: Int32(sentences.count), clause: clause))
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
