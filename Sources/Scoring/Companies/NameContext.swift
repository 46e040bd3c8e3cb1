import NewsModel

/// Settles names that are common words too (대상, 레이, Gap, Target).
///
/// A Latin name counts where its sentence speaks of companies, a brand also where an English term stands beside it. A
/// Hangul one needs more, as 대상 (object) stands beside companies all day: it must open the headline before a comma,
/// stand in a list with a clear name, or have a quantity of companies right after it (하이브 목표가).
struct NameContext {
    private let lexicon: CompiledLexicon
    private let analysis: TextAnalysis
    /// Sentences with a clear name, a code, a term of the sentiment files or a word that stands for a company.
    private let sentences: Set<Int>
    /// Words at which a quantity of companies begins.
    private let quantities: Set<Int32>
    private let beside: CueBesideName

    init(lexicon: CompiledLexicon, analysis: TextAnalysis, codes: [CompanyMention]) {
        self.lexicon = lexicon
        self.analysis = analysis
        var sentences = Set(codes.map(\.sentence))
        for hit in analysis.names where !lexicon.names[Int(hit.payload)].isAmbiguous {
            sentences.insert(analysis.sentence(of: hit.firstWord))
        }
        for hit in analysis.cues {
            if lexicon.isParty[Int(hit.payload)] { sentences.insert(analysis.sentence(of: hit.firstWord)) }
        }
        var quantities: Set<Int32> = []
        for hit in analysis.sentiment {
            guard case .metric = lexicon.sentimentTerms[Int(hit.payload)].meaning else { continue }
            quantities.insert(hit.firstWord)
            sentences.insert(analysis.sentence(of: hit.firstWord))
        }
        self.sentences = sentences
        self.quantities = quantities
        beside = CueBesideName(lexicon: lexicon, analysis: analysis)
    }

    /// Whether the name at an index of the field's names is meant as a company.
    func isCompany(_ index: Int) -> Bool {
        let hit = analysis.names[index]
        if !analysis.text.isHangul(at: Int(hit.start)) {
            return sentences.contains(analysis.sentence(of: hit.firstWord))
                || (lexicon.names[Int(hit.payload)].isBrand && beside.marks(hit))
        }
        if opensHeadline(hit) || quantities.contains(hit.lastWord + 1) && hit.tailEnd == hit.end { return true }
        return isListed(index)
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

    /// `삼성전자·대상`, `대상/오뚜기`: one sign between it and a clear name.
    private func isListed(_ index: Int) -> Bool {
        let hit = analysis.names[index]
        for other in [index - 1, index + 1] where analysis.names.indices.contains(other) {
            let near = analysis.names[other]
            guard !lexicon.names[Int(near.payload)].isAmbiguous else { continue }
            let between = near.end <= hit.start ? near.end..<hit.start : hit.end..<max(hit.end, near.start)
            let sign = analysis.text.bytes[Int(between.lowerBound)..<Int(between.upperBound)]
            if sign.elementsEqual([0xC2, 0xB7]) || sign.elementsEqual([UInt8(ascii: "/")])
                || sign.elementsEqual(", ".utf8)
            {
                return true
            }
        }
        return false
    }
}
