import NewsModel

/// Finds the companies of an English text that stand on no list, by their capitals and by what stands around them.
///
/// What has a price is named like a company: an index, a currency, a commodity, the shares of a country. Persons are
/// left out where the text shows that they are: beside a job, as one who says something, in the signature.
struct UnlistedNames {
    private let lexicon: CompiledLexicon
    private let analysis: TextAnalysis
    private let known: [CompanyMention]
    private let runs: NameRuns
    private let signature: Signature

    /// A run that is taken for a name.
    struct Name {
        var run: NameRuns.Run
        /// The first word of a sentence has its capital anyway.
        var opensSentence: Bool
        /// In the signature of the headline.
        var isSpeaker: Bool
        /// What stands in it or after it says that it is a firm: Ltd, Bank, shares, a quarter, appoints.
        var isFirm: Bool
        /// The known mentions that are only a part of it.
        var hides: Range<Int>
    }

    /// - Parameter known: the mentions of companies on the lists.
    init(lexicon: CompiledLexicon, analysis: TextAnalysis, known: [CompanyMention]) {
        self.lexicon = lexicon
        self.analysis = analysis
        self.known = known
        runs = NameRuns(analysis: analysis)
        signature = Signature(analysis, runs)
    }

    /// The names of the field, in the order of the text.
    func names() -> [Name] {
        var names: [Name] = []
        for sentence in analysis.sentences {
            names += cashtags(in: sentence.words)
            let style = CapitalStyle(analysis, sentence.words.clamped(to: 0..<signedFrom))
            if style == .shouted { continue }
            for run in runs.runs(in: sentence.words) where !isPerson(run, in: sentence.words) {
                let opens = run.words.lowerBound == sentence.words.lowerBound
                let hidden = known(in: run)
                if !hidden.isEmpty, style == .titled || !isLonger(run, than: known[hidden.lowerBound], opens) {
                    continue
                }
                if style == .titled, !opens, !standsOut(run, in: sentence.words) { continue }
                if run.words.count == 1, isTerm(run) || isCode(run) || isExchange(run) { continue }
                names.append(
                    Name(
                        run: run, opensSentence: opens, isSpeaker: signs(run.words),
                        isFirm: isFirm(run, in: sentence.words), hides: hidden))
            }
        }
        return names
    }

    /// Codes on no list, written as cashtags: one in capitals means a company, but for those of [symbols].
    private func cashtags(in sentence: Range<Int>) -> [Name] {
        guard analysis.text.kinds & CharacterClass.codeSign != 0 else { return [] }
        return sentence.compactMap { index in
            guard isCashtag(index), !analysis.isSymbol(index) else { return nil }
            let run = NameRuns.Run(words: index..<index + 1, end: Int(analysis.words[index].end), sections: [])
            guard known(in: run).isEmpty else { return nil }
            return Name(run: run, opensSentence: false, isSpeaker: false, isFirm: true, hides: 0..<0)
        }
    }

    /// `$` and one to five capitals.
    private func isCashtag(_ index: Int) -> Bool {
        let word = analysis.words[index]
        guard word.start > 0, (1...5).contains(word.end - word.start),
            analysis.text.bytes[Int(word.start) - 1] == UInt8(ascii: "$")
        else { return false }
        return (Int(word.start)..<Int(word.end)).allSatisfy { analysis.text.flags[$0] & CharacterClass.capital != 0 }
    }

    /// Persons in the signature say nothing of how the sentence uses capitals.
    private var signedFrom: Int { signature.words.isEmpty ? analysis.words.count : signature.words.lowerBound }

    /// Whether words lie in the signature.
    func signs(_ words: Range<Int>) -> Bool {
        signature.words.contains(words.lowerBound)
    }

    /// The mentions of known companies that a run holds.
    private func known(in run: NameRuns.Run) -> Range<Int> {
        if known.isEmpty { return 0..<0 }
        let sentence = Int(analysis.words[run.words.lowerBound].sentence)
        let near = known.inSentence(sentence, \.sentence)
        func isInside(_ mention: CompanyMention) -> Bool {
            Int(mention.firstWord) < run.words.upperBound && run.words.lowerBound <= Int(mention.lastWord)
        }
        guard let first = near.firstIndex(where: isInside), let last = near.lastIndex(where: isInside) else {
            return 0..<0
        }
        return first..<last + 1
    }

    /// A name of a list keeps its place (Apple Watch), but Bharat Forge is no Forge, and Tata Chemicals not all of Tata.
    private func isLonger(_ run: NameRuns.Run, than mention: CompanyMention, _ opensSentence: Bool) -> Bool {
        if Int(mention.firstWord) > run.words.lowerBound {
            // Rival Boeing: what opens a sentence may be any word.
            return !opensSentence && runs.sections(Int(mention.firstWord) - 1).isDisjoint(with: [.alone, .jobs])
        }
        let last = run.words.upperBound - 1
        return isUnlisted(mention) && last > Int(mention.lastWord) && runs.sections(last).contains(.firm)
    }

    private func isUnlisted(_ mention: CompanyMention) -> Bool {
        lexicon.companies[mention.company].company.kind != .listed
    }

    /// (SSYS) and (NASDAQ: SSYS) after a name are its code or its short form.
    private func isCode(_ run: NameRuns.Run) -> Bool {
        let first = run.words.lowerBound
        let word = analysis.words[first]
        let bytes = analysis.text.bytes
        if first > 0, isBracketedExchange(first - 1) { return true }
        return word.start > 0 && bytes[Int(word.start) - 1] == UInt8(ascii: "(") && Int(word.end) < bytes.count
            && bytes[Int(word.end)] == UInt8(ascii: ")")
    }

    /// NASDAQ in NASDAQ: SSYS.
    private func isExchange(_ run: NameRuns.Run) -> Bool {
        CodeFinder.isExchange(run.words.lowerBound, in: analysis)
    }

    /// The exchange in (NASDAQ: SSYS).
    private func isBracketedExchange(_ index: Int) -> Bool {
        let start = Int(analysis.words[index].start)
        return start > 0 && analysis.text.bytes[start - 1] == UInt8(ascii: "(")
            && CodeFinder.isExchange(index, in: analysis)
    }

    /// One word that says how something goes: Bullish, Upgrades, Plunging.
    private func isTerm(_ run: NameRuns.Run) -> Bool {
        let word = Int32(run.words.lowerBound)
        // The terms do not overlap, so only the last one that begins before or at the word can cover it.
        var low = 0
        var high = analysis.sentiment.count
        while low < high {
            let middle = (low + high) / 2
            if analysis.sentiment[middle].firstWord <= word { low = middle + 1 } else { high = middle }
        }
        guard low > 0, analysis.sentiment[low - 1].lastWord >= word else { return false }
        switch lexicon.sentimentTerms[Int(analysis.sentiment[low - 1].payload)].meaning {
        case .polarity, .direction, .modifier: return true
        case .metric: return false
        }
    }

    private static let speaking: [[UInt8]] = ["says", "said", "say", "appoints", "names", "hires", "elects"].map {
        Array($0.utf8)
    }

    /// Two or three words with no sign of a firm, beside a job or where somebody speaks.
    private func isPerson(_ run: NameRuns.Run, in sentence: Range<Int>) -> Bool {
        guard run.sections.isDisjoint(with: [.firm, .priced]) else { return false }
        if run.sections.contains(.jobs) { return true }
        guard (2...3).contains(run.words.count), !run.words.contains(where: isShouted) else { return false }
        if signs(run.words) { return true }
        let before = run.words.lowerBound - 1
        let after = run.words.upperBound
        if sentence.contains(before), touches(before) {
            let word = analysis.words[before]
            let bytes = analysis.text.bytes[Int(word.start)..<Int(word.end)]
            if runs.sections(before).contains(.jobs) || Self.speaking.contains(where: { bytes.elementsEqual($0) }) {
                return true
            }
        }
        return sentence.contains(after) && runs.sections(after).contains(.jobs)
    }

    /// A word of a firm in it; shares, stock, a quarter, what companies do or a code right after it.
    private func isFirm(_ run: NameRuns.Run, in sentence: Range<Int>) -> Bool {
        if run.sections.contains(.priced) { return false }
        if run.sections.contains(.firm) { return true }
        let next = run.words.upperBound
        guard sentence.contains(next) else { return false }
        if isBracketedExchange(next) { return true }
        guard touches(next - 1) else { return false }
        return runs.isPeriod(analysis.words[next]) || !runs.sections(next).isDisjoint(with: [.priced, .acts])
    }

    /// In a title of capitals only what has a sign of its own: a firm's word, capitals inside, 's, shares after it.
    private func standsOut(_ run: NameRuns.Run, in sentence: Range<Int>) -> Bool {
        let last = run.words.upperBound - 1
        if run.sections.contains(.firm) || Int(analysis.words[last].end) > run.end { return true }
        if run.words.contains(where: isShouted) { return true }
        let next = run.words.upperBound
        return sentence.contains(next) && touches(last) && runs.sections(next).contains(.priced)
    }

    private func touches(_ word: Int) -> Bool {
        analysis.words[word + 1].start - analysis.words[word].end == 1
    }

    /// All capitals, or one inside: SBI, SpiceJet.
    private func isShouted(_ index: Int) -> Bool {
        let word = analysis.words[index]
        for position in Int(word.start) + 1..<max(Int(word.start) + 1, runs.stem(index))
        where analysis.text.flags[position] & CharacterClass.capital != 0 {
            return true
        }
        return false
    }
}
