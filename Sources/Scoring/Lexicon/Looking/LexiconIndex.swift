import NewsModel

/// The lexicons as the scorer runs on them, with the way back from what matches to where it is written.
struct LexiconIndex {
    let lexicon: CompiledLexicon
    /// Where each cue is written, by its number.
    private(set) var places: [[WrittenCue]]
    /// The terms of `[none]`, by the payload of their uses.
    let hiddenCues: [WrittenCue]
    /// Every cue with its number and language.
    private(set) var cues: [(cue: WrittenCue, number: Int, language: Language)] = []
    /// The sets that a `not=` names, in either language.
    private(set) var excludingSets: Set<String> = []

    init(_ files: LexiconFiles, _ builder: LexiconBuilder, hash: String) {
        lexicon = CompiledLexicon(builder, hash: hash)
        var table = builder.cues
        places = [[WrittenCue]](repeating: [], count: table.cueCount)
        var hidden: [WrittenCue] = []
        for language in [Language.korean, .english] {
            let lines = files.lines["\(language.rawValue)/events.txt"] ?? []
            excludingSets.formUnion(WrittenCue.excludingSets(in: lines))
            for cue in WrittenCue.all(in: lines) {
                if cue.place == .hidden {
                    hidden.append(cue)
                    continue
                }
                let (number, isNew) = table.cue(cue.term, language: language.rawValue)
                // A term of a set that no rule uses is no cue.
                if isNew || number >= places.count { continue }
                places[number].append(cue)
                cues.append((cue, number, language))
            }
        }
        hiddenCues = hidden
    }

    /// True where a cue keeps rules from firing, and makes none fire.
    func onlyExcludes(_ cue: Int) -> Bool {
        places[cue].allSatisfy { written in
            switch written.place {
            case .exclusion: true
            case .set(let name): excludingSets.contains(name)
            default: false
            }
        }
    }

    /// What a term of the sentiment files says, in a few words.
    static func meaning(of term: SentimentTerm) -> String {
        switch term.meaning {
        case .polarity(let weight) where weight == 0: "hides what it covers"
        case .polarity(let weight): "polarity \(signed(weight))"
        case .metric(let isGood, let alone):
            "metric, \(isGood ? "good" : "bad") when high" + (alone == 0 ? "" : ", alone \(signed(alone))")
        case .direction(let sign, let strength, let alone):
            "direction \(sign > 0 ? "up" : "down") \(strength)" + (alone == 0 ? "" : ", alone \(signed(alone))")
        case .modifier(let modifier): "\(modifier.kind.rawValue), reaches what stands \(modifier.reach.rawValue) it"
        }
    }

    private static func signed(_ value: Double) -> String { value > 0 ? "+\(value)" : "\(value)" }
}
