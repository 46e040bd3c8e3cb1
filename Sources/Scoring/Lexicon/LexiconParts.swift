import NewsModel
import TextMatching

/// What a compiled lexicon is made of: the result of compiling, before the scorer's own tables are derived from it.
///
/// An image in a file holds these parts and nothing else.
struct LexiconParts: Sendable {
    var hash: String
    var automaton: PatternAutomaton
    var firstWords: FirstWords
    var useStart: [Int32]
    var uses: [TermUse]
    var suffixSyllables: [Bool]
    var tails: TailGrammar
    var sentimentTerms: [SentimentTerm]
    /// The sets of terms that hold cue n are `cueSets[cueStart[n]..<cueStart[n + 1]]`.
    var cueStart: [Int32]
    var cueSets: [Int32]
    var setCount: Int
    var rules: [EventRule]
    var companies: CompanyTable
    var names: [LexiconName]
    var ordinary: OrdinaryWords
    /// The numbers of the sentiment model for each language.
    var korean: ScoringParameters
    var english: ScoringParameters
    var codes: PatternAutomaton
    var codeCompanies: [Int32]
}

extension LexiconParts {
    init(_ builder: LexiconBuilder, hash: String) {
        let patterns = builder.patterns.compiled(builder.ordinary)
        var (useStart, uses) = (patterns.useStart, patterns.uses)
        var cues = builder.cues.compiled()
        if !builder.keepsEntries {
            let merged = MergedCues(useStart: useStart, uses: uses, cues: cues)
            (useStart, uses, cues) = (merged.useStart, merged.uses, (merged.start, merged.sets))
        }
        var codes: [[UInt8]] = []
        var owners: [Int32] = []
        for (index, company) in builder.companies.enumerated() {
            guard let id = company.company.id, let colon = id.firstIndex(of: ":") else { continue }
            codes.append(Array(id[id.index(after: colon)...].lowercased().utf8))
            owners.append(Int32(index))
        }
        self.init(
            hash: hash, automaton: patterns.automaton, firstWords: patterns.firstWords, useStart: useStart,
            uses: uses, suffixSyllables: builder.patterns.suffixSyllables(), tails: builder.tails,
            sentimentTerms: builder.sentimentTerms, cueStart: cues.start, cueSets: cues.sets,
            setCount: builder.cues.setCount, rules: builder.rules, companies: CompanyTable(builder.companies),
            names: builder.names, ordinary: builder.ordinary,
            korean: builder.parameters.korean, english: builder.parameters.english, codes: PatternAutomaton(codes),
            codeCompanies: owners)
    }
}

extension LexiconParts {
    /// For each cue whether one of its forms is a company's name that is no common word too.
    var cuesThatAreNames: [Bool] {
        var found = [Bool](repeating: false, count: cueStart.count - 1)
        for pattern in useStart.indices.dropLast() {
            let range = Int(useStart[pattern])..<Int(useStart[pattern + 1])
            if range.count < 2 { continue }
            let uses = uses[range]
            guard uses.contains(where: { $0.kind == .name && !names[Int($0.payload)].isAmbiguous }) else { continue }
            for use in uses where use.kind == .cue { found[Int(use.payload)] = true }
        }
        return found
    }
}
