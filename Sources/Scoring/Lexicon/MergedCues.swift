/// Cues that one written form stands for in one way, joined into one cue that is in the sets of all of them.
///
/// A word stands in many sets: each `{rise/v, climb/v}` of a rule is a cue of its own. Joined, it is found once and not
/// once for each of them.
struct MergedCues {
    /// As in `LexiconParts`.
    private(set) var useStart: [Int32] = [0]
    private(set) var uses: [TermUse] = []
    private(set) var start: [Int32] = [0]
    private(set) var sets: [Int32] = []
    private var numbers: [[Int32]: Int32] = [:]

    /// - Parameters:
    ///   - useStart: the uses of pattern n are `uses[useStart[n]..<useStart[n + 1]]`.
    ///   - cues: the sets of cue n are `cues.sets[cues.start[n]..<cues.start[n + 1]]`.
    init(useStart: [Int32], uses: [TermUse], cues: (start: [Int32], sets: [Int32])) {
        self.uses.reserveCapacity(uses.count)
        for pattern in useStart.indices.dropLast() {
            add(uses[Int(useStart[pattern])..<Int(useStart[pattern + 1])], cues)
            self.useStart.append(Int32(self.uses.count))
        }
    }

    private mutating func add(_ all: ArraySlice<TermUse>, _ cues: (start: [Int32], sets: [Int32])) {
        let first = uses.count
        var joined: [[Int32]] = []
        for use in all {
            let known = uses[first...].firstIndex {
                use.kind == .cue && $0.kind == .cue && $0.conditions == use.conditions && $0.tail == use.tail
            }
            if let known {
                joined[known - first].append(use.payload)
            } else {
                uses.append(use)
                joined.append([use.payload])
            }
        }
        for index in first..<uses.count where uses[index].kind == .cue {
            uses[index].payload = number(of: Set(joined[index - first]).sorted(), cues)
        }
    }

    private mutating func number(of members: [Int32], _ cues: (start: [Int32], sets: [Int32])) -> Int32 {
        if let number = numbers[members] { return number }
        let number = Int32(start.count - 1)
        numbers[members] = number
        sets += Set(members.flatMap { cues.sets[Int(cues.start[Int($0)])..<Int(cues.start[Int($0) + 1])] }).sorted()
        start.append(Int32(sets.count))
        return number
    }
}
