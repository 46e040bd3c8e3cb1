import NewsModel

/// Settles names that are common words too (대상, 레이, Gap, Target).
///
/// A Latin name counts where its sentence speaks of companies, a brand also where an English term stands beside it. A
/// Hangul one needs more, as 대상 (object) stands beside companies all day: it must open the headline before a comma,
/// stand in a list with a clear name, or have a quantity of companies right after it (하이브 목표가). The short name of a
/// broker counts where a headline is signed: `...-신한`, `신한 "..."`.
struct NameContext {
    private let lexicon: CompiledLexicon
    private let analysis: TextAnalysis
    /// Sentence by sentence whether it has a clear name, a code, a term of the sentiment files or a word that stands for a company.
    private let sentences: [Bool]
    /// Word by word whether a quantity of companies begins with it; one more for the end.
    private let quantities: [Bool]
    /// Made only where the field has a brand.
    private let beside: CueBesideName?

    init(lexicon: CompiledLexicon, analysis: TextAnalysis, codes: [CompanyMention]) {
        self.lexicon = lexicon
        self.analysis = analysis
        var sentences = [Bool](repeating: false, count: analysis.sentences.count)
        for code in codes { sentences[code.sentence] = true }
        for hit in analysis.names where !lexicon.names[Int(hit.payload)].isAmbiguous {
            sentences[analysis.sentence(of: hit.firstWord)] = true
        }
        for hit in analysis.cues {
            if lexicon.isParty[Int(hit.payload)] { sentences[analysis.sentence(of: hit.firstWord)] = true }
        }
        var quantities = [Bool](repeating: false, count: analysis.words.count + 1)
        for hit in analysis.sentiment {
            guard case .metric = lexicon.sentimentTerms[Int(hit.payload)].meaning else { continue }
            quantities[Int(hit.firstWord)] = true
            sentences[analysis.sentence(of: hit.firstWord)] = true
        }
        self.sentences = sentences
        self.quantities = quantities
        let hasBrand = analysis.names.contains { lexicon.names[Int($0.payload)].isBrand }
        beside = hasBrand ? CueBesideName(lexicon: lexicon, analysis: analysis) : nil
    }

    /// Whether the name at an index of the field's names is meant as a company.
    func isCompany(_ index: Int) -> Bool {
        let hit = analysis.names[index]
        // 韓 is the country, never the broker 한국.
        if analysis.text.characterClass(at: Int(hit.start)) == CharacterClass.hanja { return false }
        if !analysis.text.isHangul(at: Int(hit.start)) {
            return sentences[analysis.sentence(of: hit.firstWord)]
                || (lexicon.names[Int(hit.payload)].isBrand && beside?.marks(hit) ?? false)
        }
        if isRater(hit), signs(hit) { return true }
        if opensHeadline(hit) || quantities[Int(hit.lastWord) + 1] && hit.tailEnd == hit.end { return true }
        return isListed(index)
    }

    private func isRater(_ hit: TermHit) -> Bool {
        lexicon.companies[Int(lexicon.names[Int(hit.payload)].company)].isRater
    }

    /// Before a quotation a word may be anything, unless it opens the headline.
    private func signs(_ hit: TermHit) -> Bool {
        let place = SignaturePlace(analysis)
        return place.follows(dash: hit.start, lastWord: hit.lastWord)
            || place.isBracketed(start: hit.start, lastWord: hit.lastWord)
            || (hit.start == 0 && place.precedesQuote(end: hit.end))
    }

    /// `대상, 3분기 ...`, `[특징주]대상, ...`, `"풍산, 내수 ..."`.
    private func opensHeadline(_ hit: TermHit) -> Bool {
        guard analysis.field == .title, hit.tailEnd == hit.end else { return false }
        let bytes = analysis.text.bytes
        guard Int(hit.end) < bytes.count, bytes[Int(hit.end)] == UInt8(ascii: ",") else { return false }
        guard hit.start > 0 else { return true }
        var before = Int(hit.start) - 1
        if bytes[before] == 0x20, before > 0 { before -= 1 }
        // The last byte of … is A6.
        return [UInt8(ascii: "]"), UInt8(ascii: "\""), 0xA6].contains(bytes[before])
    }

    private static let listed = [",", " 등", "와 ", "과 "].map { Array($0.utf8) }

    /// `삼성전자, 대상 등`: after a comma it is one of a list only where the list goes on.
    private func goesOn(_ hit: TermHit) -> Bool {
        Self.listed.contains { analysis.text.holds($0, at: Int(hit.end)) }
    }

    /// `삼성전자·대상`, `대상/오뚜기`: one sign between it and a clear name.
    private func isListed(_ index: Int) -> Bool {
        let hit = analysis.names[index]
        for other in [index - 1, index + 1] where analysis.names.indices.contains(other) {
            let near = analysis.names[other]
            guard !lexicon.names[Int(near.payload)].isAmbiguous else { continue }
            let between = near.end <= hit.start ? near.end..<hit.start : hit.end..<max(hit.end, near.start)
            let sign = analysis.text.bytes[Int(between.lowerBound)..<Int(between.upperBound)]
            if sign.elementsEqual([0xC2, 0xB7]) || sign.elementsEqual([UInt8(ascii: "/")])
                || (sign.elementsEqual(", ".utf8) && (other > index || goesOn(hit)))
            {
                return true
            }
        }
        return false
    }
}
