/// For each word that a pattern begins with, the state that an automaton is in after it.
///
/// A word here is a run of small ASCII letters and digits. Where a match must end at the end of such a run, no pattern
/// that ends inside the first run of a text can count, so one look-up stands for a step a letter, and most words of a
/// text are told from all patterns at once.
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
    }

    /// The words that the strings of a table begin with, and their states in its automaton.
    public init(_ patterns: ByteStringTable, _ automaton: PatternAutomaton) {
        let pool = patterns.pool
        var words = ByteStringTable(capacity: 1024)
        var states: [UInt32] = []
        for number in 0..<patterns.count {
            let start = Int(patterns.starts[number])
            let limit = Int(patterns.starts[number + 1])
            var end = start
            while end < limit, Self.isWord(pool[end]) { end += 1 }
            if end > start, words.insert(Array(pool[start..<end])).isNew {
                states.append(pool[start..<end].reduce(0) { automaton.step($0, $1) })
            }
        }
        var size = 16
        while size < words.count * 2 { size *= 2 }
        var slots = [Slot](repeating: Slot(), count: size)
        var rests: [UInt8] = []
        for number in 0..<words.count {
            let word = words.pool[Int(words.starts[number])..<Int(words.starts[number + 1])]
            var slot = Slot(key: word.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, state: states[number])
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

    /// All of it as plain numbers, for keeping it in a file: four for each slot.
    public var tables: (slots: [UInt32], rests: [UInt8]) {
        let numbers = slots.flatMap { slot in
            [UInt32(truncatingIfNeeded: slot.key >> 32), UInt32(truncatingIfNeeded: slot.key), slot.rest, slot.state]
        }
        return (numbers, rests)
    }

    /// Takes them back; nil where a look-up in them could leave them or never end.
    public init?(slots numbers: [UInt32], rests: [UInt8], _ automaton: PatternAutomaton, patternCount: Int) {
        let count = numbers.count / 4
        guard numbers.count.isMultiple(of: 4), count >= 16, count & (count - 1) == 0, rests.last ?? 0 == 0 else {
            return nil
        }
        var slots: [Slot] = []
        slots.reserveCapacity(count)
        var hasFree = false
        for index in 0..<count {
            let slot = Slot(
                key: UInt64(numbers[index * 4]) << 32 | UInt64(numbers[index * 4 + 1]), rest: numbers[index * 4 + 2],
                state: numbers[index * 4 + 3])
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

    /// The state after the word at a place of a text and the end of the word; nil where no pattern begins with it.
    @inline(__always)
    public func state(in text: Span<UInt8>, at start: Int) -> (state: UInt32, end: Int)? {
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
            if slots[place].key == key, isRest(slots[place].rest, text, start + 8, end) {
                return (slots[place].state, end)
            }
            place = (place + 1) & mask
        }
        return nil
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
