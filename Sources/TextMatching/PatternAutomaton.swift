/// Finds which of many byte patterns begin at a place in a text, all of them in one walk.
///
/// A trie in breadth-first order: the children of a node lie side by side, sorted by their byte, so a node needs
/// one byte, one child index and one pattern number. Where only one pattern goes on, its rest is a tail: plain bytes,
/// read one after another. It is built once, is immutable and is shared freely.
/// A walk takes at most as many steps as the longest pattern has bytes, so scanning a text stays linear.
public struct PatternAutomaton: Sendable {
    /// The byte that leads to each node; the root, node 0, has none.
    @usableFromInline let label: [UInt8]
    @usableFromInline let nodes: [Node]
    /// The child of the root for each first byte, or 0.
    @usableFromInline let rootChild: [UInt32]
    /// The state after each pair of first bytes, or 0; the first byte counts 256.
    @usableFromInline let pairs: [UInt32]

    /// The tails: the rest of a pattern, `tailEnd`, and the number of the pattern in four bytes.
    @usableFromInline let tails: [UInt8]
    /// Closes a tail; no UTF-8 text holds this byte, and a pattern that does gets no tail.
    @usableFromInline static let tailEnd: UInt8 = 0xFF
    /// A state with this bit is a place in `tails`.
    @usableFromInline static let tailBit: UInt32 = 0x8000_0000

    /// Both numbers of a node lie side by side, as a walk needs both.
    @usableFromInline
    struct Node: Sendable {
        /// Where its children begin; those of node `n` end where those of `n + 1` begin.
        @usableFromInline let firstChild: UInt32
        /// The pattern that ends at it, or -1; -2 and below where its tail begins, counted down from -2.
        @usableFromInline let output: Int32
    }

    /// The number of states outside tails, the root included.
    public var stateCount: Int { label.count }

    /// Builds the automaton. The number of a pattern is its index in `patterns`.
    ///
    /// Empty patterns never match; of equal patterns the first one's number is reported.
    public init(_ patterns: [[UInt8]]) {
        self.init(SortedPatterns(patterns))
    }

    /// Builds the automaton of the strings of a table; the number of a pattern is its number there.
    public init(_ patterns: ByteStringTable) {
        self.init(SortedPatterns(patterns.pool, patterns.starts))
    }

    private init(_ sorted: SortedPatterns) {
        var label: [UInt8] = [0]
        var output: [Int32] = []
        var firstChild: [UInt32] = []
        // The patterns of node n are sorted.order[low[n]..<high[n]]; all of them share their first `depth` bytes.
        var low: [UInt32] = [0]
        var high: [UInt32] = [UInt32(sorted.order.count)]
        var tails: [UInt8] = []
        var node = 0
        var depth = 0
        var levelEnd = 1
        while node < label.count {
            if node == levelEnd {
                depth += 1
                levelEnd = label.count
            }
            firstChild.append(UInt32(label.count))
            var index = Int(low[node])
            let end = Int(high[node])
            if depth > 0, end - index == 1, sorted.length(index) > depth,
                let tail = Self.appendTail(of: sorted, index, from: depth, to: &tails)
            {
                output.append(-2 - tail)
                node += 1
                continue
            }
            var pattern: Int32 = -1
            while index < end, sorted.length(index) == depth {
                if depth > 0, pattern < 0 { pattern = sorted.order[index] }
                index += 1
            }
            output.append(pattern)
            while index < end {
                let byte = sorted.byte(index, depth)
                let begin = index
                repeat { index += 1 } while index < end && sorted.byte(index, depth) == byte
                label.append(byte)
                low.append(UInt32(begin))
                high.append(UInt32(index))
            }
            node += 1
        }
        firstChild.append(UInt32(label.count))
        var rootChild = [UInt32](repeating: 0, count: 256)
        for child in firstChild[0]..<firstChild[1] { rootChild[Int(label[Int(child)])] = child }
        var pairs = [UInt32](repeating: 0, count: 65_536)
        for first in firstChild[0]..<firstChild[1] {
            for second in firstChild[Int(first)]..<firstChild[Int(first) + 1] {
                pairs[Int(label[Int(first)]) << 8 | Int(label[Int(second)])] = second
            }
        }
        self.pairs = pairs
        self.label = label
        output.append(-1)
        nodes = zip(firstChild, output).map { Node(firstChild: $0, output: $1) }
        self.rootChild = rootChild
        self.tails = tails
    }

    /// Where the tail begins; nil where the pattern can have none.
    private static func appendTail(
        of sorted: SortedPatterns, _ index: Int, from depth: Int, to tails: inout [UInt8]
    ) -> Int32? {
        let start = tails.count
        for position in depth..<sorted.length(index) {
            let byte = sorted.byte(index, position)
            if byte == tailEnd {
                tails.removeLast(tails.count - start)
                return nil
            }
            tails.append(byte)
        }
        tails.append(tailEnd)
        let number = UInt32(bitPattern: sorted.order[index])
        for shift in [24, 16, 8, 0] as [UInt32] { tails.append(UInt8(truncatingIfNeeded: number >> shift)) }
        return Int32(start)
    }

    /// The state reached from `state` over `byte`, or 0 when no pattern goes on that way. The start state is 0.
    @inlinable
    public func step(_ state: UInt32, _ byte: UInt8) -> UInt32 {
        if state == 0 { return rootChild[Int(byte)] }
        if state & Self.tailBit != 0 {
            return tails[Int(state & ~Self.tailBit)] == byte && byte != Self.tailEnd ? state + 1 : 0
        }
        let node = nodes[Int(state)]
        if node.output < -1 {
            let tail = Int(-2 - node.output)
            return tails[tail] == byte ? UInt32(tail + 1) | Self.tailBit : 0
        }
        return UInt32(child(Int(node.firstChild), Int(nodes[Int(state) + 1].firstChild), byte))
    }

    /// The number of the pattern that ends at `state`, or -1.
    @inlinable
    public func pattern(at state: UInt32) -> Int {
        if state & Self.tailBit == 0 { return max(-1, Int(nodes[Int(state)].output)) }
        let end = Int(state & ~Self.tailBit)
        guard tails[end] == Self.tailEnd else { return -1 }
        return Int(tails[end + 1]) << 24 | Int(tails[end + 2]) << 16 | Int(tails[end + 3]) << 8 | Int(tails[end + 4])
    }

    /// All patterns that begin at `start`, shortest first, each with its number and its end (exclusive) in `text`.
    public func matches(in text: [UInt8], from start: Int) -> [PatternMatch] {
        var found: [PatternMatch] = []
        forEachMatch(in: text, from: start) { found.append(PatternMatch(pattern: $0, end: $1)) }
        return found
    }

    /// Calls `found` with number and end of every pattern that begins at `start`, shortest first.
    @inlinable
    public func forEachMatch(in text: [UInt8], from start: Int, _ found: (Int, Int) -> Void) {
        guard start < text.count else { return }
        var state = Int(rootChild[Int(text[start])])
        if state == 0 { return }
        if nodes[state].output >= 0 { found(Int(nodes[state].output), start + 1) }
        var position = start + 1
        if position == text.count { return }
        if nodes[state].output < -1 { return walkTail(nodes[state], text, position, found) }
        state = Int(pairs[Int(text[start]) << 8 | Int(text[position])])
        while state != 0 {
            position += 1
            let node = nodes[state]
            if node.output >= 0 { found(Int(node.output), position) }
            if position == text.count { return }
            if node.output < -1 { return walkTail(node, text, position, found) }
            state = child(Int(node.firstChild), Int(nodes[state + 1].firstChild), text[position])
        }
    }

    @inlinable
    func walkTail(_ node: Node, _ text: [UInt8], _ start: Int, _ found: (Int, Int) -> Void) {
        var place = Int(-2 - node.output)
        var position = start
        while tails[place] != Self.tailEnd {
            if position == text.count || text[position] != tails[place] { return }
            place += 1
            position += 1
        }
        found(pattern(at: UInt32(place) | Self.tailBit), position)
    }

    /// The one of some neighbouring nodes that `byte` leads to, or 0.
    @inlinable
    func child(_ first: Int, _ end: Int, _ byte: UInt8) -> Int {
        var low = first
        var high = end
        while high - low > 8 {
            let middle = (low + high) >> 1
            if label[middle] <= byte { low = middle } else { high = middle }
        }
        while low < high {
            if label[low] == byte { return low }
            low += 1
        }
        return 0
    }
}

/// A pattern that was found and where it ends.
public struct PatternMatch: Sendable, Hashable {
    /// Index into the patterns that the automaton was built from.
    public let pattern: Int
    /// Byte offset after the last matched byte.
    public let end: Int
}
