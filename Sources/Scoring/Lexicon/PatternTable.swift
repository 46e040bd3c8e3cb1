import TextMatching

/// Gathers surfaces and their uses while the files are read.
struct PatternTable {
    private var numbers: [[UInt8]: Int] = [:]
    private var patterns: [[UInt8]] = []
    private var uses: [(pattern: Int, use: TermUse)] = []

    var count: Int { patterns.count }

    mutating func add(_ surface: Surface, kind: TermUse.Kind, payload: Int, conditions: TermUse.Conditions) {
        var conditions = conditions
        if surface.isSuffix { conditions.insert(.suffix) }
        if surface.isVerb { conditions.insert(.verb) }
        let use = TermUse(kind: kind, conditions: conditions, tail: surface.tail, payload: Int32(payload))
        if let number = numbers[surface.bytes] {
            uses.append((number, use))
        } else {
            numbers[surface.bytes] = patterns.count
            uses.append((patterns.count, use))
            patterns.append(surface.bytes)
        }
    }

    /// The automaton, and the uses in the order of their patterns.
    func compiled() -> (automaton: PatternAutomaton, useStart: [Int32], uses: [TermUse]) {
        var useStart = [Int32](repeating: 0, count: patterns.count + 1)
        for (pattern, _) in uses { useStart[pattern + 1] += 1 }
        for index in 0..<patterns.count { useStart[index + 1] += useStart[index] }
        var next = useStart
        var sorted = uses.map(\.use)
        for (pattern, use) in uses {
            sorted[Int(next[pattern])] = use
            next[pattern] += 1
        }
        return (PatternAutomaton(patterns), useStart, sorted)
    }
}

/// Numbers the terms of event rules and the sets that they stand in.
struct CueTable {
    private(set) var setCount = 0
    /// The set of terms that stand for an unnamed company.
    private(set) var partySet = 0
    private var cueNumbers: [[UInt8]: Int] = [:]
    private var setNumbers: [[Int]: Int] = [:]
    private var memberships: [(cue: Int, set: Int)] = []
    private(set) var cueCount = 0

    init() {
        setCount = 1
    }

    /// The number of a term, and whether it is new.
    mutating func cue(_ term: String, language: String) -> (number: Int, isNew: Bool) {
        let key = Array(language.utf8) + Array(term.utf8)
        if let number = cueNumbers[key] { return (number, false) }
        cueNumbers[key] = cueCount
        cueCount += 1
        return (cueCount - 1, true)
    }

    mutating func addParty(_ cue: Int) {
        memberships.append((cue, partySet))
    }

    /// The number of a set of terms; equal sets share one.
    mutating func set(_ cues: [Int]) -> Int {
        let key = Set(cues).sorted()
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
