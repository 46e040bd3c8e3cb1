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
    /// The sets of terms that hold cue n are `cueSets[cueStart[n]..<cueStart[n + 1]]`.
    let cueStart: [Int32]
    let cueSets: [Int32]
    let rules: [EventRule]
    /// The sets of each cue that a search for rules starts from, and those that rules look for.
    let anchors: CueSets
    let sought: CueSets
    /// The rules by what they need to fire.
    let ruleIndex: RuleIndex
    /// The set of terms that stand for an unnamed company.
    let partySet: Int
    /// For each cue whether it stands for an unnamed company.
    let isParty: [Bool]
    let companies: [LexiconCompany]
    let names: [LexiconName]
    let ordinary: OrdinaryWords
    /// Tickers and codes in small letters, for `$NVDA`, `(035720)` and `NASDAQ: NVDA`.
    let codes: PatternAutomaton
    let codeCompanies: [Int32]

    /// Reads and compiles a lexicons folder.
    ///
    /// - Parameters:
    ///   - folder: holds `ko/`, `en/` and `companies/`.
    ///   - extraCompanyFiles: the user's own files of companies, in the format of `companies/`.
    /// - Throws: `LexiconError` with every problem of every file.
    public static func load(folder: String, extraCompanyFiles: [String] = []) throws(LexiconError) -> CompiledLexicon {
        let files = try LexiconFiles.read(folder: folder, extraCompanyFiles: extraCompanyFiles)
        var builder = LexiconBuilder()
        builder.read(files)
        guard builder.problems.isEmpty else { throw LexiconError(problems: builder.problems.sorted()) }
        return CompiledLexicon(builder, hash: files.hash)
    }

    init(_ builder: LexiconBuilder, hash: String) {
        self.hash = hash
        let patterns = builder.patterns.compiled()
        automaton = patterns.automaton
        firstWords = patterns.firstWords
        useStart = patterns.useStart
        uses = patterns.uses
        tails = builder.tails
        sentimentTerms = builder.sentimentTerms
        isContrast = builder.sentimentTerms.map { term in
            if case .modifier(let modifier) = term.meaning { modifier.kind == .contrast } else { false }
        }
        suffixSyllables = builder.patterns.suffixSyllables()
        (cueStart, cueSets) = builder.cues.compiled()
        rules = builder.rules
        partySet = builder.cues.partySet
        ruleIndex = RuleIndex(builder.rules, setCount: builder.cues.setCount)
        (anchors, sought) = CueSets.split(cueStart, cueSets, ruleIndex)
        isParty = (0..<builder.cues.cueCount).map { [cueStart, cueSets, partySet] cue in
            cueSets[Int(cueStart[cue])..<Int(cueStart[cue + 1])].contains(Int32(partySet))
        }
        companies = builder.companies
        names = builder.names
        ordinary = builder.ordinary
        var codes: [[UInt8]] = []
        var owners: [Int32] = []
        for (index, company) in builder.companies.enumerated() {
            guard let id = company.company.id, let colon = id.firstIndex(of: ":") else { continue }
            codes.append(Array(id[id.index(after: colon)...].lowercased().utf8))
            owners.append(Int32(index))
        }
        self.codes = PatternAutomaton(codes)
        codeCompanies = owners
        statistics = builder.statistics(states: automaton.stateCount)
    }

    /// The sets of terms that hold a cue.
    func sets(ofCue cue: Int32) -> ArraySlice<Int32> {
        cueSets[Int(cueStart[Int(cue)])..<Int(cueStart[Int(cue) + 1])]
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
