public import NewsModel

/// An entry of the lexicons that a text matches.
public struct LexiconMatch: Sendable, Hashable {
    /// The part of the text, in code points, and its words.
    public let start: Int
    public let end: Int
    public let text: String
    /// The entry as it is written: a term, or a company's name.
    public let term: String
    /// What it says: `polarity -2.5`, `cue of legal.prosecution`, `company XKRX:035720`.
    public let meaning: String
    /// `FILE:LINE`.
    public let rule: String
    /// The longer entry that keeps it from counting here; nil where it counts.
    public let hiddenBy: String?
}

/// Finds every entry of the lexicons that a text matches, for `lexicon find`.
public struct LexiconFinder: Sendable {
    private let lexicon: CompiledLexicon
    private let places: [[WrittenCue]]
    private let hiddenCues: [WrittenCue]
    private let nameRules: [String]

    /// - Throws: `LexiconError` with every problem of every file.
    public init(folder: String) throws(LexiconError) {
        try self.init(LexiconFiles.read(folder: folder, extraCompanyFiles: []))
    }

    init(_ files: LexiconFiles) throws(LexiconError) {
        var builder = LexiconBuilder(keepsEntries: true)
        builder.read(files)
        guard builder.problems.isEmpty else { throw LexiconError(problems: builder.problems.sorted()) }
        let index = LexiconIndex(files, builder, hash: files.hash)
        lexicon = index.lexicon
        places = index.places
        hiddenCues = index.hiddenCues
        nameRules = builder.nameRules
    }

    /// The matches in the order of the text, the longest first where several begin at one place.
    public func matches(in text: String, language: Language) -> [LexiconMatch] {
        let normal = NormalText(text)
        let words = WordScanner(normal).words
        var scanner = TermScanner()
        scanner.scan(normal, words, lexicon, language)
        let settled = TextAnalysis(text, field: .title, lexicon: lexicon, language: language)
        let spans = SpanMaker(text: text, normal: normal, field: .title)
        var found: [LexiconMatch] = []
        func add(_ hit: TermHit, _ term: String, _ meaning: String, _ rule: String, _ hiddenBy: String?) {
            let span = spans.span(Int(hit.start)..<Int(hit.end))
            found.append(
                LexiconMatch(
                    start: span.start, end: span.end, text: span.text, term: term, meaning: meaning, rule: rule,
                    hiddenBy: hiddenBy))
        }
        let hiding = scanner.hidden.map { (hit: $0, term: lexicon.sentimentTerms[Int($0.payload)].term) }
        let hidingCues = hiding + scanner.hiddenCues.map { (hit: $0, term: hiddenCues[Int($0.payload)].term) }
        let longest = settled.sentiment.map { (hit: $0, term: lexicon.sentimentTerms[Int($0.payload)].term) }
        for hit in scanner.sentiment + scanner.hidden {
            let term = lexicon.sentimentTerms[Int(hit.payload)]
            let counts = term.meaning == .polarity(0) || Self.holds(settled.sentiment, hit)
            add(
                hit, term.term, LexiconIndex.meaning(of: term), term.rule,
                counts ? nil : Self.cover(hit, hiding + longest))
        }
        for hit in scanner.hiddenCues {
            let cue = hiddenCues[Int(hit.payload)]
            add(hit, cue.term, cue.place.description, cue.line.rule, nil)
        }
        for hit in scanner.cues {
            let cover = Self.holds(settled.cues, hit) ? nil : Self.cover(hit, hidingCues)
            for cue in places[Int(hit.payload)] { add(hit, cue.term, cue.place.description, cue.line.rule, cover) }
        }
        for hit in scanner.names {
            let name = lexicon.names[Int(hit.payload)]
            let company = lexicon.companies[Int(name.company)].company
            let meaning =
                "company \(company.id ?? company.name)"
                + (name.isAmbiguous ? ", where its sentence speaks of companies" : "")
            let others = settled.names.map {
                (hit: $0, term: lexicon.companies[Int(lexicon.names[Int($0.payload)].company)].company.name)
            }
            add(
                hit, company.name, meaning, nameRules[Int(hit.payload)],
                Self.holds(settled.names, hit) ? nil : Self.cover(hit, others))
        }
        return found.sorted {
            ($0.start, -$0.end, $0.rule, $0.meaning) < ($1.start, -$1.end, $1.rule, $1.meaning)
        }
    }

    private static func holds(_ hits: [TermHit], _ hit: TermHit) -> Bool {
        hits.contains { $0.payload == hit.payload && $0.start == hit.start && $0.end == hit.end }
    }

    /// The term that covers a hit.
    private static func cover(_ hit: TermHit, _ others: [(hit: TermHit, term: String)]) -> String {
        others.first { $0.hit.overlaps(hit) && $0.hit.length >= hit.length }?.term ?? "another entry"
    }
}
