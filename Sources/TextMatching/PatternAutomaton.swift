/// Finds which of many byte patterns begin at a place in a text, all of them in one walk.
///
/// A trie in breadth-first order: the children of a node lie side by side, sorted by their byte, so a node needs
/// one byte, one child index and one pattern number. It is built once, is immutable and is shared freely.
/// A walk takes at most as many steps as the longest pattern has bytes, so scanning a text stays linear.
public struct PatternAutomaton: Sendable {
    /// The byte that leads to each node; the root, node 0, has none.
    @usableFromInline let label: [UInt8]
    @usableFromInline let nodes: [Node]
    /// The child of the root for each first byte, or 0.
    @usableFromInline let rootChild: [UInt32]
    /// The state after each pair of first bytes, or 0; the first byte counts 256.
    @usableFromInline let pairs: [UInt32]

    /// Both numbers of a node lie side by side, as a walk needs both.
    @usableFromInline
    struct Node: Sendable {
        /// Where its children begin; those of node `n` end where those of `n + 1` begin.
        @usableFromInline let firstChild: UInt32
        /// The pattern that ends at it, or -1.
        @usableFromInline let output: Int32
    }

    /// The number of states, the root included.
    public var stateCount: Int { label.count }

    /// Builds the automaton. The number of a pattern is its index in `patterns`.
    ///
    /// Empty patterns never match; of equal patterns the first one's number is reported.
    public init(_ patterns: [[UInt8]]) {
        var pool: [UInt8] = []
        var starts: [UInt32] = [0]
        for pattern in patterns {
            pool.append(contentsOf: pattern)
            starts.append(UInt32(pool.count))
        }
        self.init(pool: pool, starts: starts)
    }

    /// Builds the automaton of the strings of a table; the number of a pattern is its number there.
    public init(_ patterns: ByteStringTable) {
        self.init(pool: patterns.pool, starts: patterns.starts)
    }

    private init(pool: [UInt8], starts: [UInt32]) {
        let sorted = SortedPatterns(pool, starts)
        var label: [UInt8] = [0]
        var output: [Int32] = []
        var firstChild: [UInt32] = []
        // The patterns of node n are sorted.order[low[n]..<high[n]]; all of them share their first `depth` bytes.
        var low: [UInt32] = [0]
        var high: [UInt32] = [UInt32(sorted.order.count)]
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
    }

    /// The state reached from `state` over `byte`, or 0 when no pattern goes on that way. The start state is 0.
    @inlinable
    public func step(_ state: UInt32, _ byte: UInt8) -> UInt32 {
        if state == 0 { return rootChild[Int(byte)] }
        var low = Int(nodes[Int(state)].firstChild)
        var high = Int(nodes[Int(state) + 1].firstChild)
        while high - low > 8 {
            let middle = (low + high) >> 1
            if label[middle] <= byte { low = middle } else { high = middle }
        }
        while low < high {
            if label[low] == byte { return UInt32(low) }
            low += 1
        }
        return 0
    }

    /// The state after two bytes from the start, or 0 when no pattern of two bytes and more begins with them.
    ///
    /// A pattern of one byte may end between the two: ask `step` for it.
    @inlinable
    public func start(_ text: [UInt8], _ position: Int) -> UInt32 {
        position + 1 < text.count ? pairs[Int(text[position]) << 8 | Int(text[position + 1])] : 0
    }

    /// The number of the pattern that ends at `state`, or -1.
    @inlinable
    public func pattern(at state: UInt32) -> Int {
        Int(nodes[Int(state)].output)
    }

    /// All patterns that begin at `start`, shortest first, each with its number and its end (exclusive) in `text`.
    public func matches(in text: [UInt8], from start: Int) -> [PatternMatch] {
        var found: [PatternMatch] = []
        var state: UInt32 = 0
        var position = start
        while position < text.count {
            state = step(state, text[position])
            if state == 0 { break }
            position += 1
            let number = pattern(at: state)
            if number >= 0 { found.append(PatternMatch(pattern: number, end: position)) }
        }
        return found
    }
}

/// A pattern that was found and where it ends.
public struct PatternMatch: Sendable, Hashable {
    /// Index into the patterns that the automaton was built from.
    public let pattern: Int
    /// Byte offset after the last matched byte.
    public let end: Int
}
