import NewsModel

/// The event rules by the set of terms that a search for them starts from, and what else each needs in its sentence.
///
/// Flat tables of numbers: a look at a rule that cannot fire, which nearly every look is, touches no object.
struct RuleIndex: Sendable {
    /// The rules of set n are `rules[start[n]..<start[n + 1]]`.
    let start: [Int32]
    let rules: [Int32]
    let needs: [Need]
    /// The sets of terms that rules need beside the one that they start from, as ranges of this array.
    let neededSets: [Int32]

    /// The sets that a rule looks for around a place, or that keep it from firing: for all others it is enough to know
    /// that one of their terms stands there.
    let isSought: [Bool]

    /// What rules are held against one another by.
    let types: [RuleType]

    /// Numbers that are equal where types or groups are.
    struct RuleType: Sendable {
        var type: Int32
        var group: Int32
        /// Tells that what others tell came to nothing or to its end.
        var isTurned: Bool
    }

    /// What a rule needs beside the set of terms that its search starts from.
    struct Need: Sendable {
        var firstSet: Int32
        var endSet: Int32
        /// A company or a rater.
        var mention: Bool
        var number: Bool
    }

    init(_ eventRules: [EventRule], setCount: Int) {
        var byAnchor = [[Int32]](repeating: [], count: setCount)
        var needs: [Need] = []
        var neededSets: [Int32] = []
        for (number, rule) in eventRules.enumerated() {
            if case .cues(let set) = rule.chains[rule.anchor.chain][rule.anchor.element] {
                byAnchor[set].append(Int32(number))
            }
            var need = Need(firstSet: Int32(neededSets.count), endSet: 0, mention: false, number: false)
            for (chainNumber, chain) in rule.chains.enumerated() {
                for (place, element) in chain.enumerated() where (chainNumber, place) != rule.anchor {
                    switch element {
                    case .cues(let set): neededSets.append(Int32(set))
                    case .company, .rater: need.mention = true
                    case .number, .percent, .money: need.number = true
                    case .person: break
                    }
                }
            }
            need.endSet = Int32(neededSets.count)
            needs.append(need)
        }
        var start: [Int32] = [0]
        for set in byAnchor { start.append(start[start.count - 1] + Int32(set.count)) }
        self.start = start
        rules = byAnchor.flatMap { $0 }
        self.needs = needs
        self.neededSets = neededSets
        var isSought = [Bool](repeating: false, count: setCount)
        for set in neededSets { isSought[Int(set)] = true }
        for rule in eventRules { if let set = rule.exclusion { isSought[set] = true } }
        self.isSought = isSought
        types = Self.types(eventRules)
    }

    private static func types(_ rules: [EventRule]) -> [RuleType] {
        var groups: [String: Int32] = [:]
        return rules.map { rule in
            let next = Int32(groups.count)
            let group = groups[rule.group] ?? next
            groups[rule.group] = group
            return RuleType(
                type: Int32(truncatingIfNeeded: rule.typeNumber), group: group,
                isTurned: rule.phase == .failed || rule.phase == .closed)
        }
    }

    /// Whether a search for some rule starts from a set.
    func opensRule(_ set: Int32) -> Bool {
        start[Int(set)] < start[Int(set) + 1]
    }
}
