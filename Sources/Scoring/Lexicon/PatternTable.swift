import TextMatching

/// Gathers surfaces and their uses while the files are read.
struct PatternTable {
    private var patterns = ByteStringTable(capacity: 1024)
    private var uses: [(pattern: Int32, use: TermUse)] = []

    var count: Int { patterns.count }

    mutating func add(_ surface: Surface, kind: TermUse.Kind, payload: Int, conditions: TermUse.Conditions) {
        var conditions = conditions
        if surface.isSuffix { conditions.insert(.suffix) }
        if surface.isVerb { conditions.insert(.verb) }
        let use = TermUse(kind: kind, conditions: conditions, tail: surface.tail, payload: Int32(payload))
        uses.append((Int32(patterns.insert(surface.bytes).number), use))
    }

    /// For each Hangul syllable whether a term that may begin inside a word begins with it.
    func suffixSyllables() -> [Bool] {
        var found = [Bool](repeating: false, count: Syllable.count)
        for (pattern, use) in uses where use.conditions.contains(.suffix) {
            if let index = Syllable.index(in: patterns.pool, at: Int(patterns.starts[Int(pattern)])) {
                found[index] = true
            }
        }
        return found
    }

    /// The automaton with its first words, in which the ordinary words are marked, and the uses in the order of their
    /// patterns.
    func compiled(_ ordinary: OrdinaryWords) -> (
        automaton: PatternAutomaton, firstWords: FirstWords, useStart: [Int32], uses: [TermUse]
    ) {
        var useStart = [Int32](repeating: 0, count: patterns.count + 1)
        for (pattern, _) in uses { useStart[Int(pattern) + 1] += 1 }
        for index in 0..<patterns.count { useStart[index + 1] += useStart[index] }
        var next = useStart
        var sorted = uses.map(\.use)
        for (pattern, use) in uses {
            sorted[Int(next[Int(pattern)])] = use
            next[Int(pattern)] += 1
        }
        let automaton = PatternAutomaton(patterns)
        let firstWords = FirstWords(
            patterns, automaton, marked: ordinary.words, marks: ordinary.sections.map(\.rawValue))
        return (automaton, firstWords, useStart, sorted)
    }
}

/// Numbers the terms of event rules and the sets that they stand in.
struct CueTable {
    private(set) var setCount = 0
    /// The set of terms that stand for an unnamed company.
    static let partySet = 0
    private var cueNumbers = ByteStringTable(capacity: 1024)
    private var setNumbers: [[Int]: Int] = [:]
    private var memberships: [(cue: Int, set: Int)] = []
    var cueCount: Int { cueNumbers.count }

    init() {
        setCount = 1
    }

    /// The number of a term, and whether it is new.
    mutating func cue(_ term: String, language: String) -> (number: Int, isNew: Bool) {
        cueNumbers.insert(Array(language.utf8) + Array(term.utf8))
    }

    mutating func addParty(_ cue: Int) {
        memberships.append((cue, Self.partySet))
    }

    /// The number of a set of terms; equal sets share one.
    mutating func set(_ cues: [Int]) -> Int {
        let key = cues.count < 2 ? cues : Set(cues).sorted()
        if let number = setNumbers[key] { return number }
        let number = setCount
        setNumbers[key] = number
        setCount += 1
        memberships += key.map { ($0, number) }
        return number
    }

    /// For each cue its sets, as ranges of one array.
    func compiled() -> (start: [Int32], sets: [Int32]) {
        var start = [Int32](repeating: 0, count: cueCount + 1)
        for (cue, _) in memberships { start[cue + 1] += 1 }
        for index in 0..<cueCount { start[index + 1] += start[index] }
        var next = start
        var sets = [Int32](repeating: 0, count: memberships.count)
        for (cue, set) in memberships {
            sets[Int(next[cue])] = Int32(set)
            next[cue] += 1
        }
        return (start, sets)
    }
}
