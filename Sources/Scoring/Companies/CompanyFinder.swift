import NewsModel

/// Settles which names in a field are companies: ambiguous ones need a sentence that speaks of companies.
struct CompanyFinder {
    let lexicon: CompiledLexicon

    /// The mentions of a field, in the order of the text.
    func mentions(in analysis: TextAnalysis) -> [CompanyMention] {
        var codes = CodeFinder(lexicon: lexicon).mentions(in: analysis)
        let ambiguous = analysis.names.contains { lexicon.names[Int($0.payload)].isAmbiguous }
        let context = ambiguous ? NameContext(lexicon: lexicon, analysis: analysis, codes: codes) : nil
        var found: [CompanyMention] = []
        for (index, hit) in analysis.names.enumerated() {
            let name = lexicon.names[Int(hit.payload)]
            if name.isAmbiguous, let context, !context.isCompany(index) { continue }
            found.append(
                CompanyMention(
                    company: Int(name.company), start: hit.start, end: hit.end, firstWord: hit.firstWord,
                    lastWord: hit.lastWord,
                    sentence: analysis.sentence(of: hit.firstWord), isInPassing: PassingMention.holds(hit, analysis),
                    rule: name.rule))
        }
        codes.removeAll { code in
            found.inSentence(code.sentence, \.sentence).contains { $0.start < code.end && code.start < $0.end }
        }
        return (found + codes).sorted { $0.start < $1.start }
    }
}

/// Tells a company that is only named beside another one.
enum PassingMention {
    private static let korean: [[UInt8]] = ["출신", "경우", "처럼", "대비", "같은", "등과", "전 임원"].map { Array($0.utf8) }
    private static let tails: [[UInt8]] = ["처럼", "보다", "출신", "같은"].map { Array($0.utf8) }

    static func holds(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let bytes = analysis.text.bytes
        if tails.contains(where: { starts(bytes, Int(hit.end), $0) }) { return true }
        let next = Int(hit.lastWord) + 1
        guard next < analysis.words.count, analysis.words[next].sentence == analysis.words[Int(hit.lastWord)].sentence
        else { return false }
        let start = Int(analysis.words[next].start)
        if korean.contains(where: { starts(bytes, start, $0) }) { return true }
        if hit.firstWord > 0 {
            let before = analysis.words[Int(hit.firstWord) - 1]
            let word = bytes[Int(before.start)..<Int(before.end)]
            return word.elementsEqual("former".utf8) || word.elementsEqual("ex".utf8)
                || word.elementsEqual("formerly".utf8)
        }
        return false
    }

    private static func starts(_ bytes: [UInt8], _ at: Int, _ prefix: [UInt8]) -> Bool {
        guard at + prefix.count <= bytes.count else { return false }
        for index in prefix.indices where bytes[at + index] != prefix[index] { return false }
        return true
    }
}
