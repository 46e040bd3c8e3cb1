import TextMatching

/// Finds companies by code: `$NVDA`, `(035720)`, `NASDAQ: NVDA`, `(NYSE:GE)`.
struct CodeFinder {
    let lexicon: CompiledLexicon

    private static let exchanges = WordList([
        "nasdaq", "nyse", "nasdaqgs", "nasdaqgm", "nasdaqcm", "amex", "krx", "kospi", "kosdaq", "코스피", "코스닥",
        "xkrx", "xnas", "xnys",
    ])

    func mentions(in analysis: TextAnalysis) -> [CompanyMention] {
        guard analysis.text.kinds & CharacterClass.codeSign != 0 else { return [] }
        var found: [CompanyMention] = []
        let bytes = analysis.text.bytes
        for index in analysis.words.indices {
            let word = analysis.words[index]
            let start = Int(word.start)
            guard start > 0, isCode(bytes, analysis, index) else { continue }
            var end = start
            while end < bytes.count, isCodeByte(analysis, end) { end += 1 }
            let isCashtag = bytes[start - 1] == UInt8(ascii: "$")
            if isCashtag, analysis.isSymbol(index) { continue }
            guard let company = company(bytes, start, end) else { continue }
            let begin = isCashtag ? start - 1 : start
            found.append(
                CompanyMention(
                    company: company, start: Int32(begin), end: Int32(end), firstWord: Int32(index),
                    lastWord: Int32(index),
                    sentence: Int(word.sentence), isInPassing: false))
        }
        return found
    }

    private func isCode(_ bytes: [UInt8], _ analysis: TextAnalysis, _ index: Int) -> Bool {
        let word = analysis.words[index]
        let start = Int(word.start)
        switch bytes[start - 1] {
        case UInt8(ascii: "$"): return analysis.text.characterClass(at: start) == 2
        case UInt8(ascii: "("):
            guard word.end - word.start == 6, analysis.text.characterClass(at: start) == 3 else { return false }
            return Int(word.end) < bytes.count && [UInt8(ascii: ")"), UInt8(ascii: ",")].contains(bytes[Int(word.end)])
        default: return index > 0 && Self.isExchange(index - 1, in: analysis)
        }
    }

    /// Whether a word is an exchange's name in front of a code: `NASDAQ: NVDA`.
    static func isExchange(_ index: Int, in analysis: TextAnalysis) -> Bool {
        guard index + 1 < analysis.words.count else { return false }
        let bytes = analysis.text.bytes
        let word = analysis.words[index]
        let start = Int(analysis.words[index + 1].start)
        var colon = Int(word.end)
        if colon < bytes.count, bytes[colon] == 0x20 { colon += 1 }
        guard colon < start, bytes[colon] == UInt8(ascii: ":"), start - colon <= 2 else { return false }
        return exchanges.contains(analysis.text, Int(word.start)..<Int(word.end))
    }

    private func isCodeByte(_ analysis: TextAnalysis, _ at: Int) -> Bool {
        let kind = analysis.text.characterClass(at: at)
        return kind == CharacterClass.letter || kind == CharacterClass.digit
    }

    private func company(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        guard end > start, end - start <= 12 else { return nil }
        var state: UInt32 = 0
        for position in start..<end {
            state = lexicon.codes.step(state, bytes[position])
            if state == 0 { return nil }
        }
        let code = lexicon.codes.pattern(at: state)
        return code >= 0 ? Int(lexicon.codeCompanies[code]) : nil
    }
}

extension TextAnalysis {
    /// Whether the file of ordinary words calls a word a symbol of something that is no company.
    func isSymbol(_ index: Int) -> Bool {
        sections.indices.contains(index) && sections[index].contains(.symbols)
    }
}
