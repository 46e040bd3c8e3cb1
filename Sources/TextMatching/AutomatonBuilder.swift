/// Lays the trie of sorted patterns out as a double array, level by level, so that the states of short prefixes,
/// which every walk passes, lie together.
struct AutomatonBuilder {
    typealias Slot = PatternAutomaton.Slot

    private(set) var slots: [Slot] = []
    private(set) var tails: [UInt8] = []
    private(set) var stateCount = 0
    /// Whether a state has this base: no two share one, as a label alone tells whose child a slot is.
    private var isBase: [Bool] = []
    /// No free slot lies before it, or none that is worth looking at.
    private var firstFree = 1

    private static let free = Slot(link: Slot.noLabel, output: -1)
    /// Slots looked at for one state before the search starts further on the next time.
    private static let longestSearch = 256

    /// A state whose children are still to be laid out: its patterns are `low..<high` of the order, and share their
    /// first `depth` bytes.
    private struct Pending {
        var slot: Int
        var low: Int
        var high: Int
        var depth: Int
    }

    init(_ sorted: SortedPatterns) {
        grow(to: 1)
        // Base 0 marks a state without children until `closeLeaves`.
        isBase[0] = true
        var queue = [Pending(slot: 0, low: 0, high: sorted.order.count, depth: 0)]
        var next = 0
        while next < queue.count {
            let state = queue[next]
            next += 1
            layOut(state, sorted, &queue)
        }
        stateCount = queue.count
        closeLeaves(queue.map(\.slot))
    }

    private mutating func layOut(_ state: Pending, _ sorted: SortedPatterns, _ queue: inout [Pending]) {
        if state.depth > 0, state.high - state.low == 1, sorted.length(state.low) > state.depth,
            let tail = appendTail(of: sorted, state.low, from: state.depth)
        {
            slots[state.slot].output = -2 - tail
            return
        }
        var index = state.low
        while index < state.high, sorted.length(index) == state.depth {
            if state.depth > 0, slots[state.slot].output < 0 { slots[state.slot].output = sorted.order[index] }
            index += 1
        }
        var labels: [UInt8] = []
        let firstChild = queue.count
        while index < state.high {
            let byte = sorted.byte(index, state.depth)
            let begin = index
            repeat { index += 1 } while index < state.high && sorted.byte(index, state.depth) == byte
            labels.append(byte)
            queue.append(Pending(slot: 0, low: begin, high: index, depth: state.depth + 1))
        }
        if labels.isEmpty { return }
        let base = base(for: labels)
        isBase[base] = true
        slots[state.slot].link = UInt32(base) << 9 | slots[state.slot].link & Slot.labelMask
        for (number, label) in labels.enumerated() {
            slots[base + Int(label)].link = UInt32(label)
            queue[firstChild + number].slot = base + Int(label)
        }
    }

    /// A base at which all children fall on free slots.
    private mutating func base(for labels: [UInt8]) -> Int {
        let first = Int(labels[0])
        while !isFree(firstFree) { firstFree += 1 }
        var place = max(firstFree, first)
        var searched = 0
        while true {
            grow(to: place + Slot.children)
            let base = place - first
            if isFree(place), !isBase[base], labels.allSatisfy({ isFree(base + Int($0)) }) { return base }
            place += 1
            searched += 1
            if searched == Self.longestSearch { firstFree = max(firstFree, place - Self.longestSearch / 2) }
        }
    }

    private func isFree(_ place: Int) -> Bool {
        place > 0 && (place >= slots.count || slots[place].link & Slot.labelMask == Slot.noLabel)
    }

    private mutating func grow(to count: Int) {
        guard slots.count < count else { return }
        slots.append(contentsOf: repeatElement(Self.free, count: count - slots.count))
        isBase.append(contentsOf: repeatElement(false, count: count - isBase.count))
    }

    /// States without children look for them behind the last state, where nothing is.
    private mutating func closeLeaves(_ states: [Int]) {
        let end = (states.max() ?? 0) + 1
        slots.removeLast(max(0, slots.count - end))
        slots.append(contentsOf: repeatElement(Self.free, count: end + Slot.children - slots.count))
        for state in states where slots[state].link >> 9 == 0 && state != 0 {
            slots[state].link |= UInt32(end) << 9
        }
        if states.count == 1 { slots[0].link = UInt32(end) << 9 }
    }

    /// Where the tail begins; nil where the pattern can have none.
    private mutating func appendTail(of sorted: SortedPatterns, _ index: Int, from depth: Int) -> Int32? {
        let start = tails.count
        for position in depth..<sorted.length(index) {
            let byte = sorted.byte(index, position)
            if byte == PatternAutomaton.tailEnd {
                tails.removeLast(tails.count - start)
                return nil
            }
            tails.append(byte)
        }
        tails.append(PatternAutomaton.tailEnd)
        let number = UInt32(bitPattern: sorted.order[index])
        for shift in [24, 16, 8, 0] as [UInt32] { tails.append(UInt8(truncatingIfNeeded: number >> shift)) }
        return Int32(start)
    }
}
