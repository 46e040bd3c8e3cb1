import NewsModel

/// Reads the companies off an article: the names of the lists, and in English those on none.
struct MentionReader {
    let lexicon: CompiledLexicon
    let language: Language
    private(set) var companies: ArticleCompanies

    init(lexicon: CompiledLexicon, language: Language) {
        self.lexicon = lexicon
        self.language = language
        companies = ArticleCompanies(lexicon)
    }

    /// The mentions of each field, in the order of the text.
    mutating func mentions(of fields: [(text: String, analysis: TextAnalysis)]) -> [[CompanyMention]] {
        let finder = CompanyFinder(lexicon: lexicon)
        var mentions = fields.map { finder.mentions(in: $0.analysis) }
        guard language == .english, !lexicon.ordinary.isEmpty else { return mentions }
        var names: [[UnlistedNames.Name]] = []
        for index in fields.indices {
            let analysis = fields[index].analysis
            guard analysis.text.kinds & CharacterClass.capital != 0 else {
                names.append([])
                continue
            }
            let finder = UnlistedNames(lexicon: lexicon, analysis: analysis, known: mentions[index])
            names.append(finder.names())
            for number in mentions[index].indices {
                let mention = mentions[index][number]
                mentions[index][number].isSpeaker = finder.signs(Int(mention.firstWord)..<Int(mention.lastWord) + 1)
            }
        }
        let known = confirmed(names, fields)
        for index in fields.indices where !names[index].isEmpty {
            let (text, analysis) = fields[index]
            let kept = names[index].filter { isSure($0, in: analysis) || known.contains(key($0, analysis)) }
            if kept.isEmpty { continue }
            let spans = SpanMaker(text: text, normal: analysis.text, field: analysis.field)
            if kept.contains(where: { !$0.hides.isEmpty }) {
                let hidden = Set(kept.flatMap(\.hides))
                mentions[index] = mentions[index].indices.filter { !hidden.contains($0) }.map { mentions[index][$0] }
            }
            mentions[index] += kept.compactMap { mention($0, analysis, spans) }
            mentions[index].sort { $0.start < $1.start }
        }
        return mentions
    }

    /// A word with which a sentence of a body begins has its capital anyway: it must stand elsewhere too.
    private func isSure(_ name: UnlistedNames.Name, in analysis: TextAnalysis) -> Bool {
        analysis.field == .title || !name.opensSentence || name.run.words.count > 1
    }

    /// The names that stand where no sentence begins; none where nobody asks for them.
    private func confirmed(_ names: [[UnlistedNames.Name]], _ fields: [(text: String, analysis: TextAnalysis)])
        -> Set<[UInt8]>
    {
        let asks = fields.indices.contains { index in
            names[index].contains { !isSure($0, in: fields[index].analysis) }
        }
        guard asks else { return [] }
        var keys: Set<[UInt8]> = []
        for (names, field) in zip(names, fields) {
            for name in names where isSure(name, in: field.analysis) { keys.insert(key(name, field.analysis)) }
        }
        return keys
    }

    private func key(_ name: UnlistedNames.Name, _ analysis: TextAnalysis) -> [UInt8] {
        Array(analysis.text.bytes[Int(analysis.words[name.run.words.lowerBound].start)..<name.run.end])
    }

    private mutating func mention(_ name: UnlistedNames.Name, _ analysis: TextAnalysis, _ spans: SpanMaker)
        -> CompanyMention?
    {
        let first = name.run.words.lowerBound
        let start = Int(analysis.words[first].start)
        let end = name.run.end
        let hit = TermHit(
            payload: 0, start: Int32(start), end: Int32(end), tailEnd: Int32(end), firstWord: Int32(first),
            lastWord: Int32(name.run.words.upperBound - 1))
        let number = companies.number(ofUnlisted: key(name, analysis), isRater: name.isSpeaker, isFirm: name.isFirm) {
            spans.span(start..<end).text
        }
        guard let company = number else { return nil }
        return CompanyMention(
            company: company, start: hit.start, end: hit.end, firstWord: hit.firstWord, lastWord: hit.lastWord,
            sentence: analysis.sentence(of: hit.firstWord), isInPassing: PassingMention.holds(hit, analysis),
            isSpeaker: name.isSpeaker)
    }
}
