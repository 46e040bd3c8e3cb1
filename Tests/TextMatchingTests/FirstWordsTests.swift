import TestSupport
import Testing

@testable import TextMatching

@Suite("FirstWords")
struct FirstWordsTests {
    private static let patterns = [
        "profit", "profit warning", "profits", "pro forma", "a", "international business", "internationally",
        "internat",
        "삼성", "5g", "q3 results", "at&t", "longestword", "longestwords ever", "é clair",
    ]

    private static func made(_ patterns: [String]) -> (automaton: PatternAutomaton, words: FirstWords) {
        var table = ByteStringTable()
        for pattern in patterns { _ = table.insert(Array(pattern.utf8)) }
        let automaton = PatternAutomaton(table)
        return (automaton, FirstWords(table, automaton))
    }

    /// What counts: matches that do not end inside the first run of letters and digits.
    private static func whole(_ matches: [PatternMatch], _ text: [UInt8]) -> [PatternMatch] {
        let run = text.prefix { FirstWords.isWord($0) }.count
        return matches.filter { $0.end >= run }
    }

    @Test(
        "a look-up leads to the same matches as a walk from the start",
        arguments: patterns + [
            "profit w", "profitable", "prof", "internationall", "internation", "zeal", "q3", "q3 resul", "at&",
            "longestwordsever",
        ])
    func same(_ text: String) {
        let (automaton, words) = Self.made(Self.patterns)
        let bytes = Array(text.utf8)
        guard FirstWords.isWord(bytes[0]) else { return }
        var found: [PatternMatch] = []
        let word = words.find(in: bytes.span, at: 0)
        #expect(word.end == bytes.prefix { FirstWords.isWord($0) }.count)
        if word.mayMatch(in: bytes.span) {
            automaton.findMatches(in: bytes.span, from: word.end, at: word.state, into: &found)
        }
        #expect(found == Self.whole(automaton.matches(in: bytes, from: 0), bytes))
    }

    @Test("random words are found as a walk finds them", arguments: 0..<40)
    func random(_ round: Int) {
        var random = SplitMix(seed: UInt64(round))
        func word() -> String {
            String(
                decoding: (0..<1 + Int(random.next() % 12)).map { _ in UInt8(0x61 + random.next() % 3) }, as: UTF8.self)
        }
        let patterns = (0..<60).map { _ in random.next() % 3 == 0 ? word() + " " + word() : word() }
        let (automaton, words) = Self.made(patterns)
        for _ in 0..<60 {
            let bytes = Array((word() + " " + word()).utf8)
            var found: [PatternMatch] = []
            let word = words.find(in: bytes.span, at: 0)
            if word.mayMatch(in: bytes.span) {
                automaton.findMatches(in: bytes.span, from: word.end, at: word.state, into: &found)
            }
            #expect(found == Self.whole(automaton.matches(in: bytes, from: 0), bytes))
        }
    }

    @Test("what cannot follow the word is told without the automaton")
    func followers() {
        let (_, words) = Self.made(Self.patterns)
        func mayMatch(_ text: String) -> Bool {
            words.find(in: Array(text.utf8).span, at: 0).mayMatch(in: Array(text.utf8).span)
        }
        #expect(mayMatch("pro f") && mayMatch("pro forma") && mayMatch("at&") && mayMatch("a, b"))
        #expect(
            !mayMatch("pro") && !mayMatch("pro ") && !mayMatch("pro golf") && !mayMatch("pro,") && !mayMatch("at t"))
    }

    @Test("marked words are told from others, whether a pattern begins with them or not")
    func marks() {
        var table = ByteStringTable()
        for pattern in Self.patterns { _ = table.insert(Array(pattern.utf8)) }
        var marked = ByteStringTable()
        for word in ["profit", "bank", "s&p"] { _ = marked.insert(Array(word.utf8)) }
        let words = FirstWords(table, PatternAutomaton(table), marked: marked, marks: [3, 5, 7])
        func mark(_ text: String) -> UInt8 { words.find(in: Array(text.utf8).span, at: 0).mark }
        #expect(mark("profit x") == 3 && mark("bank") == 5 && mark("a") == 0 && mark("banks") == 0 && mark("s&p") == 0)
    }

    @Test("tables taken back find the same; tables that lead out of themselves are refused")
    func tables() throws {
        let (automaton, words) = Self.made(Self.patterns)
        let count = Self.patterns.count
        let again = try #require(PatternAutomaton(tables: automaton.tables, patternCount: count))
        let tables = words.tables
        let wordsAgain = try #require(FirstWords(slots: tables.slots, rests: tables.rests, again, patternCount: count))
        #expect(wordsAgain.slots == words.slots)
        #expect(again.slots == automaton.slots && again.tails == automaton.tails)
        #expect(PatternAutomaton(tables: automaton.tables, patternCount: 3) == nil)
        var far = automaton.tables
        far.slots[0] = UInt32.max
        #expect(PatternAutomaton(tables: far, patternCount: count) == nil)
        var open = automaton.tables
        open.tails.removeLast(5)
        #expect(PatternAutomaton(tables: open, patternCount: count) == nil)
        #expect(
            FirstWords(
                slots: Array(tables.slots.dropLast(FirstWords.numbersPerSlot)), rests: tables.rests, again,
                patternCount: count) == nil)
    }
}
