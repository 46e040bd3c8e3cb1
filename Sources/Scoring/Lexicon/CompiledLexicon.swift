import NewsModel
import TextMatching

/// The lexicons in the form that the scorer runs on. Immutable and shared by all scorers.
public final class CompiledLexicon: Sendable {
    /// `sha256:` and 64 hex digits over all files that were read, names and contents.
    public let hash: String
    /// What it holds, for `lexicon stats`.
    public let statistics: LexiconStatistics

    let automaton: PatternAutomaton
    let firstWords: FirstWords
    /// The uses of pattern n are `uses[useStart[n]..<useStart[n + 1]]`.
    let useStart: [Int32]
    let uses: [TermUse]
    let tails: TailGrammar
    let sentimentTerms: [SentimentTerm]
    /// For each sentiment term whether it is a contrast word.
    let isContrast: [Bool]
    /// For each Hangul syllable whether a term may begin with it in the middle of a word.
    let suffixSyllables: [Bool]
    let rules: [EventRule]
    /// The sets of each cue that a search for rules starts from, and those that rules look for.
    let anchors: CueSets
    let sought: CueSets
    /// The rules by what they need to fire.
    let ruleIndex: RuleIndex
    /// For each cue whether it stands for an unnamed company.
    let isParty: [Bool]
    /// For each cue whether it is a company's name, and no common word.
    let isName: [Bool]
    let companyTable: CompanyTable
    var companies: [CompanyTable.Entry] { companyTable.entries }
    let names: [LexiconName]
    let ordinary: OrdinaryWords
    private let korean: ScoringParameters
    private let english: ScoringParameters
    /// Tickers and codes in small letters, for `$NVDA`, `(035720)` and `NASDAQ: NVDA`.
    let codes: PatternAutomaton
    let codeCompanies: [Int32]

    /// Reads a lexicons folder, and compiles it where the cache does not hold it.
    ///
    /// - Parameters:
    ///   - folder: holds `ko/`, `en/` and `companies/`.
    ///   - extraCompanyFiles: the user's own files of companies, in the format of `companies/`.
    ///   - cache: where compiled lexicons are kept; nil compiles each time.
    /// - Throws: `LexiconError` with every problem of every file.
    public static func load(
        folder: String, extraCompanyFiles: [String] = [], cache: LexiconCache? = nil
    ) throws(LexiconError) -> CompiledLexicon {
        let sources = try LexiconSources(folder: folder, extraCompanyFiles: extraCompanyFiles)
        if sources.problems.isEmpty, let parts = cache?.read(folder: folder, hash: sources.hash) {
            return CompiledLexicon(parts)
        }
        var builder = LexiconBuilder()
        builder.read(try LexiconFiles(sources))
        guard builder.problems.isEmpty else { throw LexiconError(problems: builder.problems.sorted()) }
        let parts = LexiconParts(builder, hash: sources.hash)
        cache?.write(parts, folder: folder)
        return CompiledLexicon(parts)
    }

    convenience init(_ builder: LexiconBuilder, hash: String) {
        self.init(LexiconParts(builder, hash: hash))
    }

    init(_ parts: LexiconParts) {
        hash = parts.hash
        automaton = parts.automaton
        firstWords = parts.firstWords
        useStart = parts.useStart
        uses = parts.uses
        tails = parts.tails
        sentimentTerms = parts.sentimentTerms
        isContrast = parts.sentimentTerms.map { term in
            if case .modifier(let modifier) = term.meaning { modifier.kind == .contrast } else { false }
        }
        suffixSyllables = parts.suffixSyllables
        rules = parts.rules
        ruleIndex = RuleIndex(parts.rules, setCount: parts.setCount)
        (anchors, sought) = CueSets.split(parts.cueStart, parts.cueSets, ruleIndex)
        isParty = (0..<parts.cueStart.count - 1).map { cue in
            parts.cueSets[Int(parts.cueStart[cue])..<Int(parts.cueStart[cue + 1])].contains(Int32(CueTable.partySet))
        }
        isName = parts.cuesThatAreNames
        companyTable = parts.companies
        names = parts.names
        ordinary = parts.ordinary
        codes = parts.codes
        codeCompanies = parts.codeCompanies
        statistics = LexiconStatistics(
            sentimentTerms: parts.sentimentTerms.count, eventRules: parts.rules.count,
            eventTypes: Set(parts.rules.map(\.typeNumber)).count, companies: parts.companies.entries.count,
            companyNames: parts.names.count, patterns: parts.useStart.count - 1, states: parts.automaton.stateCount)
        korean = parts.korean
        english = parts.english
    }

    /// The numbers of the sentiment model for a language.
    func parameters(of language: Language) -> ScoringParameters {
        language == .korean ? korean : english
    }
}

/// Counts of what a lexicon holds.
public struct LexiconStatistics: Sendable, Hashable {
    /// Entries of polarity.txt, metrics.txt, directions.txt and modifiers.txt, both languages.
    public let sentimentTerms: Int
    public let eventRules: Int
    public let eventTypes: Int
    public let companies: Int
    public let companyNames: Int
    /// Written forms that the automaton looks for.
    public let patterns: Int
    /// States of the automaton.
    public let states: Int
}
