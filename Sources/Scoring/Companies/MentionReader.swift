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

    /// The mentions of both fields, each in the order of its text.
    mutating func mentions(
        title: (text: String, analysis: TextAnalysis), body: (text: String, analysis: TextAnalysis)
    ) -> (title: [CompanyMention], body: [CompanyMention]) {
        var title = read(title.text, title.analysis)
        var body = read(body.text, body.analysis)
        let known = confirmed(title, body)
        add(known, to: &title)
        add(known, to: &body)
        return (title.mentions, body.mentions)
    }

    /// A field with what was found in it so far.
    private struct Field {
        let text: String
        let analysis: TextAnalysis
        var mentions: [CompanyMention] = []
        /// Runs that may be names of companies on no list.
        var names: [UnlistedNames.Name] = []
    }

    private func read(_ text: String, _ analysis: TextAnalysis) -> Field {
        var field = Field(text: text, analysis: analysis)
        if analysis.words.isEmpty { return field }
        field.mentions = CompanyFinder(lexicon: lexicon).mentions(in: analysis)
        // Without capitals there are no names; without the list of ordinary words every capital would be one.
        guard language == .english, !lexicon.ordinary.isEmpty, analysis.text.kinds & CharacterClass.capital != 0 else {
            return field
        }
        let finder = UnlistedNames(lexicon: lexicon, analysis: analysis, known: field.mentions)
        field.names = finder.names()
        for number in field.mentions.indices {
            let mention = field.mentions[number]
            field.mentions[number].isSpeaker = finder.signs(Int(mention.firstWord)..<Int(mention.lastWord) + 1)
        }
        return field
    }

    /// Makes mentions of the names of a field that stand for themselves or are confirmed elsewhere.
    private mutating func add(_ known: Set<[UInt8]>, to field: inout Field) {
        if field.names.isEmpty { return }
        let analysis = field.analysis
        let kept = field.names.filter { isSure($0, in: analysis) || known.contains(key($0, analysis)) }
        if kept.isEmpty { return }
        let spans = SpanMaker(text: field.text, normal: analysis.text, field: analysis.field)
        if kept.contains(where: { !$0.hides.isEmpty }) {
            let hidden = Set(kept.flatMap(\.hides))
            let mentions = field.mentions
            field.mentions = mentions.indices.filter { !hidden.contains($0) }.map { mentions[$0] }
        }
        for name in kept {
            if let mention = mention(name, analysis, spans) { field.mentions.append(mention) }
        }
        field.mentions.sort { $0.start < $1.start }
    }

    /// A word with which a sentence of a body begins has its capital anyway: it must stand elsewhere too.
    private func isSure(_ name: UnlistedNames.Name, in analysis: TextAnalysis) -> Bool {
        analysis.field == .title || !name.opensSentence || name.run.words.count > 1
    }

    /// The names that stand where no sentence begins; none where nobody asks for them.
    private func confirmed(_ title: Field, _ body: Field) -> Set<[UInt8]> {
        guard body.names.contains(where: { !isSure($0, in: body.analysis) }) else { return [] }
        var keys: Set<[UInt8]> = []
        for field in [title, body] {
            for name in field.names where isSure(name, in: field.analysis) { keys.insert(key(name, field.analysis)) }
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
        return CompanyMention(of: company, at: hit, in: analysis, isSpeaker: name.isSpeaker)
    }
}
