/// For each word that a pattern begins with, the state that an automaton is in after it.
///
/// A word here is a run of small ASCII letters and digits. Where a match must end at the end of such a run, no pattern
/// that ends inside the first run of a text can count, so one look-up stands for a step a letter, and most words of a
/// text are told from all patterns at once. What may follow the word is kept beside its state: for most words of a text
/// no pattern goes on as the text does, and the automaton's large table is not touched.
public struct FirstWords: Sendable {
    /// Open addressing; the count of slots is a power of two.
    let slots: [Slot]
    /// What follows the first eight bytes of long words, each closed by a zero.
    let rests: [UInt8]

    struct Slot: Sendable, Equatable {
        /// The first eight bytes, the first one highest; 0 where the slot is free.
        var key: UInt64 = 0
        /// Where the rest begins in `rests`, plus 1; 0 for words of at most eight bytes.
        var rest: UInt32 = 0
        var state: UInt32 = 0
        var followers = Followers()
        var mark: UInt8 = 0
    }

    /// The words that the strings of a table begin with, and their states in its automaton.
    ///
    /// - Parameters:
    ///   - marked: further words to be told from others, whether a pattern begins with them or not.
    ///   - marks: what `Found.mark` says of each of them, not 0.
    public init(
        _ patterns: ByteStringTable, _ automaton: PatternAutomaton, marked: ByteStringTable = ByteStringTable(),
        marks: [UInt8] = []
    ) {
        var words = ByteStringTable(capacity: 1024)
        var followers: [Followers] = []
        for number in 0..<patterns.count {
            let pattern = patterns.pool[Int(patterns.starts[number])..<Int(patterns.starts[number + 1])]
            let word = pattern.prefix(while: Self.isWord)
            if word.isEmpty { continue }
            let (place, isNew) = words.insert(Array(word))
            if isNew { followers.append(Followers()) }
            followers[place].add(pattern[word.endIndex...])
        }
        var wordMarks: [Int: UInt8] = [:]
        for number in 0..<marked.count {
            let word = marked.pool[Int(marked.starts[number])..<Int(marked.starts[number + 1])]
            if !word.isEmpty, word.allSatisfy(Self.isWord) {
                wordMarks[words.insert(Array(word)).number] = marks[number]
            }
        }
        var size = 16
        while size < words.count * 2 { size *= 2 }
        var slots = [Slot](repeating: Slot(), count: size)
        var rests: [UInt8] = []
        for number in 0..<words.count {
            let word = words.pool[Int(words.starts[number])..<Int(words.starts[number + 1])]
            var slot = Slot(key: word.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, mark: wordMarks[number] ?? 0)
            if number < followers.count {
                slot.state = word.reduce(0) { automaton.step($0, $1) }
                slot.followers = followers[number]
            }
            if word.count > 8 {
                slot.rest = UInt32(rests.count) + 1
                rests += word.dropFirst(8) + [0]
            }
            var place = Self.place(slot.key, word.count, size)
            while slots[place].key != 0 { place = (place + 1) & (size - 1) }
            slots[place] = slot
        }
        self.slots = slots
        self.rests = rests
    }

    /// All of it as plain numbers, for keeping it in a file: `numbersPerSlot` for each slot.
    public var tables: (slots: [UInt32], rests: [UInt8]) {
        let numbers = slots.flatMap { slot in
            [
                UInt32(truncatingIfNeeded: slot.key >> 32), UInt32(truncatingIfNeeded: slot.key), slot.rest, slot.state,
                slot.followers.bits, UInt32(slot.mark),
            ]
        }
        return (numbers, rests)
    }

    static let numbersPerSlot = 6

    /// Takes them back; nil where a look-up in them could leave them or never end.
    public init?(slots numbers: [UInt32], rests: [UInt8], _ automaton: PatternAutomaton, patternCount: Int) {
        let width = Self.numbersPerSlot
        let count = numbers.count / width
        guard numbers.count.isMultiple(of: width), count >= 16, count & (count - 1) == 0, rests.last ?? 0 == 0 else {
            return nil
        }
        var slots: [Slot] = []
        slots.reserveCapacity(count)
        var hasFree = false
        for index in stride(from: 0, to: numbers.count, by: width) {
            let slot = Slot(
                key: UInt64(numbers[index]) << 32 | UInt64(numbers[index + 1]), rest: numbers[index + 2],
                state: numbers[index + 3], followers: Followers(bits: numbers[index + 4]),
                mark: UInt8(truncatingIfNeeded: numbers[index + 5]))
            guard slot.rest <= rests.count, automaton.isState(slot.state, patternCount: patternCount) else {
                return nil
            }
            if slot.key == 0 { hasFree = true }
            slots.append(slot)
        }
        guard hasFree else { return nil }
        self.slots = slots
        self.rests = rests
    }

    /// What a word of a text is known for.
    public struct Found: Sendable {
        /// The state of the automaton after it; 0 where no pattern begins with it.
        public let state: UInt32
        /// The end of the word.
        public let end: Int
        /// What the table says of it; 0 where nothing.
        public let mark: UInt8
        let followers: Followers

        /// Whether a pattern may go on with what follows the word in its text, or end with it; false is certain.
        @inline(__always)
        public func mayMatch(in text: Span<UInt8>) -> Bool { followers.allow(text, end) }
    }

    /// The word at a place of a text, also where the table does not hold it.
    @inline(__always)
    public func find(in text: Span<UInt8>, at start: Int) -> Found {
        var key: UInt64 = 0
        var end = start
        let short = min(text.count, start + 8)
        while end < short, Self.isWord(text[end]) {
            key = key << 8 | UInt64(text[end])
            end += 1
        }
        if end == short { while end < text.count, Self.isWord(text[end]) { end += 1 } }
        let slots = slots.span
        let mask = slots.count - 1
        var place = Self.place(key, end - start, slots.count)
        while slots[place].key != 0 {
            let slot = slots[place]
            if slot.key == key, isRest(slot.rest, text, start + 8, end) {
                return Found(state: slot.state, end: end, mark: slot.mark, followers: slot.followers)
            }
            place = (place + 1) & mask
        }
        return Found(state: 0, end: end, mark: 0, followers: Followers())
    }

    private func isRest(_ rest: UInt32, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        if rest == 0 { return end <= start }
        var place = Int(rest) - 1
        var position = start
        while position < end {
            if rests[place] != text[position] { return false }
            place += 1
            position += 1
        }
        return rests[place] == 0
    }

    /// Whether a byte is a small ASCII letter or a digit.
    @inline(__always)
    public static func isWord(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10
    }

    @inline(__always)
    private static func place(_ key: UInt64, _ length: Int, _ size: Int) -> Int {
        let mixed = (key ^ UInt64(truncatingIfNeeded: length) << 56) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & (size - 1)
    }
}
