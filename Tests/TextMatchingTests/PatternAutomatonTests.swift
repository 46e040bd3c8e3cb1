import TestSupport
import Testing

@testable import TextMatching

@Suite("PatternAutomaton")
struct PatternAutomatonTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// What the automaton must find, by trying every pattern.
    private static func naive(_ patterns: [[UInt8]], _ text: [UInt8], _ start: Int) -> [PatternMatch] {
        var found: [PatternMatch] = []
        for (number, pattern) in patterns.enumerated()
        where !pattern.isEmpty && patterns.firstIndex(of: pattern) == number {
            let end = start + pattern.count
            if end <= text.count, Array(text[start..<end]) == pattern {
                found.append(PatternMatch(pattern: number, end: end))
            }
        }
        return found.sorted { $0.end < $1.end }
    }

    struct Case: Sendable {
        let patterns: [String]
        let text: String
        let start: Int
        let found: [String]
    }

    static let cases = [
        Case(patterns: ["a", "ab", "abc"], text: "abcd", start: 0, found: ["a", "ab", "abc"]),
        Case(patterns: ["abc", "ab", "a"], text: "abd", start: 0, found: ["a", "ab"]),
        Case(patterns: ["b"], text: "ab", start: 0, found: []),
        Case(patterns: ["b"], text: "ab", start: 1, found: ["b"]),
        Case(patterns: ["삼성전자", "삼성", "삼성전자우"], text: "삼성전자가", start: 0, found: ["삼성", "삼성전자"]),
        Case(patterns: ["profit warning"], text: "profit warnings", start: 0, found: ["profit warning"]),
        Case(patterns: [], text: "anything", start: 0, found: []),
        Case(patterns: ["long pattern"], text: "long", start: 0, found: []),
        Case(patterns: ["x"], text: "", start: 0, found: []),
    ]

    @Test("finds every pattern that begins at the place", arguments: cases)
    func finds(_ example: Case) {
        let automaton = PatternAutomaton(example.patterns.map(Self.bytes))
        let matches = automaton.matches(in: Self.bytes(example.text), from: example.start)
        #expect(matches.map { example.patterns[$0.pattern] } == example.found)
        for match in matches { #expect(match.end - example.start == Self.bytes(example.patterns[match.pattern]).count) }
    }

    @Test("of equal patterns the first one's number is reported")
    func equalPatterns() {
        let automaton = PatternAutomaton(["b", "a", "a", "b"].map(Self.bytes))
        #expect(automaton.matches(in: Self.bytes("a"), from: 0) == [PatternMatch(pattern: 1, end: 1)])
        #expect(automaton.matches(in: Self.bytes("b"), from: 0) == [PatternMatch(pattern: 0, end: 1)])
    }

    @Test("an empty pattern never matches")
    func emptyPattern() {
        let automaton = PatternAutomaton([[], [0x61]])
        #expect(automaton.matches(in: [0x61], from: 0) == [PatternMatch(pattern: 1, end: 1)])
        #expect(automaton.pattern(at: 0) == -1)
    }

    @Test("a pattern that goes on alone is a tail, and a text may end inside it or go on after it")
    func tails() {
        let automaton = PatternAutomaton(["merger talks", "merge", "mast"].map(Self.bytes))
        // Root, m, ma (a tail from here), me, mer, merg, merge, merger (a tail from here).
        #expect(automaton.stateCount == 8)
        #expect(automaton.matches(in: Self.bytes("merger talk"), from: 0).map(\.pattern) == [1])
        #expect(automaton.matches(in: Self.bytes("merger talks on"), from: 0).map(\.end) == [5, 12])
        #expect(automaton.matches(in: Self.bytes("mash"), from: 0).isEmpty)
    }

    @Test("step and forEachMatch walk the same way through a tail")
    func stepping() {
        let automaton = PatternAutomaton(["merger talks", "merge"].map(Self.bytes))
        var state: UInt32 = 0
        for byte in Self.bytes("merger talks") { state = automaton.step(state, byte) }
        #expect(automaton.pattern(at: state) == 0)
        #expect(automaton.step(state, 0x20) == 0)
        #expect(automaton.step(state, 0xFF) == 0)
    }

    @Test("a pattern may hold the byte that closes tails")
    func closingByte() {
        let automaton = PatternAutomaton([[1, 2, 0xFF, 3], [1, 2]])
        #expect(automaton.matches(in: [1, 2, 0xFF, 3], from: 0).map(\.pattern) == [1, 0])
        #expect(automaton.matches(in: [1, 2, 0xFF], from: 0).map(\.pattern) == [1])
    }

    @Test("a table of strings gives the same automaton as an array of them")
    func table() {
        var table = ByteStringTable()
        for text in ["상승", "상승세", "rise"] { _ = table.insert(Self.bytes(text)) }
        #expect(PatternAutomaton(table).matches(in: Self.bytes("상승세"), from: 0).map(\.pattern) == [0, 1])
    }

    @Test("all 256 bytes can follow one state")
    func wideState() {
        let patterns = (0...255).map { [UInt8(7), UInt8($0)] }
        let automaton = PatternAutomaton(patterns)
        for byte in 0...255 {
            #expect(automaton.matches(in: [7, UInt8(byte)], from: 0) == [PatternMatch(pattern: byte, end: 2)])
        }
        #expect(automaton.stateCount == 258)
    }

    @Test("a start at or after the end finds nothing")
    func startAtEnd() {
        let automaton = PatternAutomaton([[1]])
        #expect(automaton.matches(in: [1], from: 1).isEmpty)
        #expect(automaton.matches(in: [1], from: 9).isEmpty)
    }

    @Test("agrees with trying every pattern, on random patterns over few letters", arguments: 0..<60)
    func agreesWithNaive(_ round: Int) {
        var random = SplitMix(seed: 4_711 + UInt64(round))
        let letters = 1 + Int(random.next() % 4)
        func word(_ longest: UInt64) -> [UInt8] {
            (0..<Int(random.next() % longest)).map { _ in UInt8(0x61 + Int(random.next() % UInt64(letters))) }
        }
        let patterns = (0..<Int(1 + random.next() % 80)).map { _ in word(7) }
        let text = word(200)
        let automaton = PatternAutomaton(patterns)
        for start in 0...text.count {
            #expect(automaton.matches(in: text, from: start) == Self.naive(patterns, text, start))
        }
    }

    @Test("agrees with trying every pattern, on random bytes", arguments: 0..<20)
    func agreesOnBytes(_ round: Int) {
        var random = SplitMix(seed: 99 + UInt64(round))
        let patterns = (0..<300).map { _ in
            (0..<Int(1 + random.next() % 3)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        }
        let text = (0..<400).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let automaton = PatternAutomaton(patterns)
        for start in text.indices {
            #expect(automaton.matches(in: text, from: start) == Self.naive(patterns, text, start))
        }
    }
}

@Suite("SortedPatterns")
struct SortedPatternsTests {
    @Test("sorts by bytes, a prefix before what it begins, equal ones by number")
    func order() {
        let patterns: [[UInt8]] = [[2], [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 5, 6, 7, 8], [], [1, 0], [1], [2]]
        #expect(SortedPatterns(patterns).order == [3, 5, 4, 2, 1, 0, 6])
    }

    @Test("patterns that differ after sixteen bytes only are told apart there")
    func longPatterns() {
        let shared = [UInt8](repeating: 5, count: 16)
        let patterns = [shared + [2], shared, shared + [1, 9], shared + [1], shared + [2]]
        #expect(SortedPatterns(patterns).order == [1, 3, 2, 0, 4])
    }

    @Test("gives length and bytes by place in the order")
    func access() {
        let sorted = SortedPatterns([[9, 8], [1]])
        #expect(sorted.length(0) == 1)
        #expect(sorted.byte(1, 1) == 8)
    }
}
