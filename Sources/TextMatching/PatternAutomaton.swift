/// Finds which of many byte patterns begin at a place in a text, all of them in one walk.
///
/// A trie as a double array (Aoe 1989): the child of a state over a byte lies at the state's base plus that byte, and
/// carries the byte as its label, so that each step touches one place of memory. Where only one pattern goes on, its
/// rest is a tail: plain bytes, read one after another. It is built once, is immutable and is shared freely.
/// A walk takes at most as many steps as the longest pattern has bytes, so scanning a text stays linear.
///
/// A class, so that handing it on counts one reference and not one for each table.
public final class PatternAutomaton: Sendable {
    /// All states outside tails, the start state first; the last ones are no states, so that no step leaves the table.
    let slots: [Slot]
    /// The tails: the rest of a pattern, `tailEnd`, and the number of the pattern in four bytes.
    let tails: [UInt8]
    /// The number of states outside tails, the root included.
    public let stateCount: Int

    /// Closes a tail; no UTF-8 text holds this byte, and a pattern that does gets no tail.
    static let tailEnd: UInt8 = 0xFF
    /// A state with this bit is a place in `tails`.
    static let tailBit: UInt32 = 0x8000_0000

    /// A state: where its children are, the byte that leads to it, and what ends at it.
    struct Slot: Sendable, Equatable {
        /// `base << 9 | label`; a label of 256 is no state.
        var link: UInt32
        /// The pattern that ends at it, or -1; -2 and below where its tail begins, counted down from -2.
        var output: Int32

        static let noLabel: UInt32 = 256
        static let labelMask: UInt32 = 0x1FF
        /// Children lie within so many slots of a base.
        static let children = 256
    }

    /// Builds the automaton. The number of a pattern is its index in `patterns`.
    ///
    /// Empty patterns never match; of equal patterns the first one's number is reported.
    public convenience init(_ patterns: [[UInt8]]) {
        self.init(AutomatonBuilder(SortedPatterns(patterns)))
    }

    /// Builds the automaton of the strings of a table; the number of a pattern is its number there.
    public convenience init(_ patterns: ByteStringTable) {
        self.init(AutomatonBuilder(SortedPatterns(patterns.pool, patterns.starts)))
    }

    private init(_ builder: AutomatonBuilder) {
        slots = builder.slots
        tails = builder.tails
        stateCount = builder.stateCount
    }

    /// Takes an automaton from its tables, as `tables` gives them; nil where a walk over them could leave them.
    ///
    /// - Parameter patternCount: numbers of patterns are below it.
    public init?(tables: Tables, patternCount: Int) {
        guard tables.slots.count.isMultiple(of: 2), tables.slots.count >= 2 * Slot.children else { return nil }
        var slots: [Slot] = []
        slots.reserveCapacity(tables.slots.count / 2)
        let end = tables.slots.count / 2 - Slot.children
        for index in 0..<tables.slots.count / 2 {
            let slot = Slot(link: tables.slots[index * 2], output: Int32(bitPattern: tables.slots[index * 2 + 1]))
            guard slot.link >> 9 <= end, slot.output < patternCount else { return nil }
            if slot.output < -1 {
                guard Self.isTail(tables.tails, Int(-2 - Int64(slot.output)), patternCount) else { return nil }
            }
            slots.append(slot)
        }
        self.slots = slots
        tails = tables.tails
        stateCount = tables.stateCount
    }

    /// Whether a tail begins at a place and is closed by the number of a pattern.
    private static func isTail(_ tails: [UInt8], _ start: Int, _ patternCount: Int) -> Bool {
        var end = start
        while end < tails.count, tails[end] != tailEnd { end += 1 }
        return end + 4 < tails.count && number(tails, after: end) < patternCount
    }

    /// Whether a number is a state, so that a walk may begin with it.
    public func isState(_ state: UInt32, patternCount: Int) -> Bool {
        guard state & Self.tailBit != 0 else {
            return state < slots.count && slots[Int(state)].link & Slot.labelMask != Slot.noLabel || state == 0
        }
        return Self.isTail(tails, Int(state & ~Self.tailBit), patternCount)
    }

    /// All that an automaton is, for keeping it in a file.
    public struct Tables: Sendable {
        public var slots: [UInt32]
        public var tails: [UInt8]
        public var stateCount: Int

        public init(slots: [UInt32], tails: [UInt8], stateCount: Int) {
            self.slots = slots
            self.tails = tails
            self.stateCount = stateCount
        }
    }

    public var tables: Tables {
        Tables(
            slots: slots.flatMap { [$0.link, UInt32(bitPattern: $0.output)] }, tails: tails, stateCount: stateCount)
    }

    /// The state reached from `state` over `byte`, or 0 when no pattern goes on that way. The start state is 0.
    public func step(_ state: UInt32, _ byte: UInt8) -> UInt32 {
        if state & Self.tailBit != 0 {
            return tails[Int(state & ~Self.tailBit)] == byte && byte != Self.tailEnd ? state + 1 : 0
        }
        let slot = slots[Int(state)]
        if slot.output < -1 {
            let tail = Int(-2 - slot.output)
            return tails[tail] == byte ? UInt32(tail + 1) | Self.tailBit : 0
        }
        let next = slot.link >> 9 + UInt32(byte)
        return slots[Int(next)].link & Slot.labelMask == UInt32(byte) ? next : 0
    }

    /// The number of the pattern that ends at `state`, or -1.
    public func pattern(at state: UInt32) -> Int {
        if state & Self.tailBit == 0 { return max(-1, Int(slots[Int(state)].output)) }
        let end = Int(state & ~Self.tailBit)
        guard tails[end] == Self.tailEnd else { return -1 }
        return Self.number(tails, after: end)
    }

    /// All patterns that begin at `start`, shortest first, each with its number and its end (exclusive) in `text`.
    public func matches(in text: [UInt8], from start: Int) -> [PatternMatch] {
        var found: [PatternMatch] = []
        findMatches(in: text.span, from: start, into: &found)
        return found
    }

    /// Appends the patterns that begin at `start`, shortest first.
    ///
    /// - Parameter state: the state that the bytes before `start` have led to; a pattern that ends at it counts.
    public func findMatches(
        in text: Span<UInt8>, from start: Int, at state: UInt32 = 0, into found: inout [PatternMatch]
    ) {
        var position = start
        if state & Self.tailBit != 0 { return readTail(Int(state & ~Self.tailBit), text, position, &found) }
        var slot = slots[Int(state)]
        while true {
            if slot.output >= 0 { found.append(PatternMatch(pattern: Int(slot.output), end: position)) }
            if position >= text.count { return }
            if slot.output < -1 { return readTail(Int(-2 - slot.output), text, position, &found) }
            let byte = UInt32(text[position])
            slot = slots[Int(slot.link >> 9 + byte)]
            if slot.link & Slot.labelMask != byte { return }
            position += 1
        }
    }

    private func readTail(_ tail: Int, _ text: Span<UInt8>, _ start: Int, _ found: inout [PatternMatch]) {
        var place = tail
        var position = start
        while tails[place] != Self.tailEnd {
            if position >= text.count || text[position] != tails[place] { return }
            place += 1
            position += 1
        }
        found.append(PatternMatch(pattern: Self.number(tails, after: place), end: position))
    }

    private static func number(_ tails: [UInt8], after end: Int) -> Int {
        Int(tails[end + 1]) << 24 | Int(tails[end + 2]) << 16 | Int(tails[end + 3]) << 8 | Int(tails[end + 4])
    }
}

/// A pattern that was found and where it ends.
public struct PatternMatch: Sendable, Hashable {
    /// Index into the patterns that the automaton was built from.
    public let pattern: Int
    /// Byte offset after the last matched byte.
    public let end: Int
}
