import TextMatching

/// Tells whether what stands between a matched stem and the end of its word is a known chain of particles or endings.
struct TailGrammar: Sendable {
    let automaton: PatternAutomaton
    /// For each tail of the automaton: after which stems it may stand.
    let sets: [TailSet]

    /// The one grammar of the language; building it takes some milliseconds, so all lexicons share it.
    static let shared = TailGrammar()

    init(automaton: PatternAutomaton, sets: [TailSet]) {
        self.automaton = automaton
        self.sets = sets
    }

    private init() {
        var table = ByteStringTable(capacity: 16_384)
        var sets: [TailSet] = []
        func add(_ tails: [String], _ set: TailSet) {
            for tail in tails where !tail.isEmpty {
                let (number, isNew) = table.insert(Array(tail.utf8))
                if isNew { sets.append(set) } else { sets[number].insert(set) }
            }
        }
        add(Particles.chains(after: .vowel), .nounVowel)
        add(Particles.chains(after: .consonant), .nounConsonant)
        add(Particles.chains(after: .rieul), .nounRieul)
        add(Particles.plural, [.nounVowel, .nounConsonant, .nounRieul])
        add(Self.joined(Particles.nounSuffixes), .nounSuffix)
        add(Particles.afterNames, .name)
        let stems: [(set: TailSet, tails: [String])] = [
            (.stemVowel, Endings.any + Endings.connecting),
            (.stemConsonant, Endings.any + ["는다", "는다고", "는다는", "는다며", "는다면"]),
            (
                .stemRieul,
                Endings.any.filter { !Self.dropsRieul($0) } + Endings.connecting.filter { !Self.dropsRieul($0) }
            ),
            (.afterDroppedRieul, (Endings.any + Endings.connecting).filter(Self.dropsRieul)),
            (.afterNieun, Endings.afterNieun), (.afterRieul, Endings.afterRieul), (.afterBieup, Endings.afterBieup),
            (.infinitive, Endings.infinitive), (.past, Endings.past),
        ]
        for (set, tails) in stems { add(tails, set) }
        for verb in ["하", "되", "시키", "당하", "받", "케하"] { add(Self.forms(of: verb, stems), .lightVerb) }
        automaton = PatternAutomaton(table)
        self.sets = sets
    }

    /// The end of the word and what the Hangul from `start` to it is, where that is a known tail; else nil.
    ///
    /// The word ends where the Hangul ends.
    func tail(of text: NormalText, from start: Int) -> (set: TailSet, end: Int)? {
        var state: UInt32 = 0
        var position = start
        while position < text.bytes.count {
            state = automaton.step(state, text.bytes[position])
            if state == 0 { return nil }
            position += 1
            let tail = automaton.pattern(at: state)
            if tail >= 0, !text.isHangul(at: position) { return (sets[tail], position) }
        }
        return nil
    }

    /// Each word alone and with every particle after it.
    private static func joined(_ words: [String]) -> [String] {
        let chains: [(final: Syllable.Final, tails: [String])] =
            [.vowel, .consonant, .rieul].map { ($0, Particles.chains(after: $0)) }
        return words.flatMap { word in
            let final = Syllable.final(of: word)
            return [word] + (chains.first { $0.final == final }?.tails ?? []).map { word + $0 }
        }
    }

    private static func dropsRieul(_ ending: String) -> Bool {
        guard let first = ending.unicodeScalars.first, let syllable = Syllable(first) else { return false }
        return syllable.lead == 2 || syllable.lead == 9 || syllable.lead == 7
    }

    /// Every written form of a verb: shapes x endings.
    private static func forms(of verb: String, _ stems: [(set: TailSet, tails: [String])]) -> [String] {
        var result: [String] = []
        let particles = Particles.chains(after: .consonant)
        for shape in VerbStem(stem: verb, kind: .regular).shapes() {
            if shape.tail.contains(.empty) { result.append(shape.text) }
            for (set, tails) in stems where shape.tail.contains(set) { result += tails.map { shape.text + $0 } }
            if shape.tail.contains(.nounConsonant) {
                result += particles.map { shape.text + $0 }
            }
        }
        return result
    }
}
