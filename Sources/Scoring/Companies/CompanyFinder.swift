import NewsModel

/// Settles which names in a field are companies: ambiguous ones need a sentence that speaks of companies.
struct CompanyFinder {
    let lexicon: CompiledLexicon

    /// The mentions of a field, in the order of the text.
    func mentions(in analysis: TextAnalysis) -> [CompanyMention] {
        if analysis.names.isEmpty, analysis.text.kinds & CharacterClass.codeSign == 0 { return [] }
        var codes = CodeFinder(lexicon: lexicon).mentions(in: analysis)
        let ambiguous = analysis.names.contains { lexicon.names[Int($0.payload)].isAmbiguous }
        let context = ambiguous ? NameContext(lexicon: lexicon, analysis: analysis, codes: codes) : nil
        var found: [CompanyMention] = []
        for (index, hit) in analysis.names.enumerated() {
            let name = lexicon.names[Int(hit.payload)]
            // Nasdaq before a code is where it is traded.
            if CodeFinder.isExchange(Int(hit.lastWord), in: analysis) { continue }
            if name.isAmbiguous, let context, !context.isCompany(index) { continue }
            var mention = CompanyMention(of: Int(name.company), at: hit, in: analysis)
            if ownsNext(index, analysis) { mention.isInPassing = true }
            found.append(mention)
        }
        let shared = SharedNamePart(lexicon: lexicon, analysis: analysis).mentions()
        if !shared.isEmpty { found = (found + shared).sorted { $0.start < $1.start } }
        if codes.isEmpty { return found }
        codes.removeAll { code in
            found.inSentence(code.sentence, \.sentence).contains { $0.start < code.end && code.start < $0.end }
        }
        return (found + codes).sorted { $0.start < $1.start }
    }

    /// `현대차 보스턴다이나믹스 부사장`: a listed name right before one of another company on no list is its owner's, unless
    /// the two share a name.
    private func ownsNext(_ index: Int, _ analysis: TextAnalysis) -> Bool {
        guard analysis.names.indices.contains(index + 1) else { return false }
        let hit = analysis.names[index]
        let next = analysis.names[index + 1]
        let bytes = analysis.text.bytes
        guard next.start == hit.end + 1, bytes[Int(hit.end)] == 0x20, analysis.text.isHangul(at: Int(hit.start)),
            !bytes[Int(next.start)...].starts(with: bytes[Int(hit.start)..<Int(hit.end)])
        else { return false }
        func kind(_ hit: TermHit) -> CompanyKind {
            lexicon.companies[Int(lexicon.names[Int(hit.payload)].company)].company.kind
        }
        return kind(hit) == .listed && kind(next) == .unlisted
    }
}
