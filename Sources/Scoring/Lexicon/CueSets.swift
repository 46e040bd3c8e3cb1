/// Sets of terms by the cues that they hold: the sets of cue n are `sets[start[n]..<start[n + 1]]`.
struct CueSets: Sendable {
    private(set) var start: [Int32] = [0]
    private(set) var sets: [Int32] = []

    /// The sets of each cue that a search for some rule starts from, and those that some rule looks for.
    static func split(_ start: [Int32], _ sets: [Int32], _ index: RuleIndex) -> (anchors: CueSets, sought: CueSets) {
        var anchors = CueSets()
        var sought = CueSets()
        for cue in 0..<start.count - 1 {
            for set in sets[Int(start[cue])..<Int(start[cue + 1])] {
                if index.opensRule(set) { anchors.sets.append(set) }
                if index.isSought[Int(set)] { sought.sets.append(set) }
            }
            anchors.start.append(Int32(anchors.sets.count))
            sought.start.append(Int32(sought.sets.count))
        }
        return (anchors, sought)
    }

    @inline(__always)
    func range(_ cue: Int32) -> Range<Int> {
        Int(start[Int(cue)])..<Int(start[Int(cue) + 1])
    }
}
