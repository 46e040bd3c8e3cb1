import NewsModel

/// Lets a rule that needs no company speak where the larger one that says more of the same was refused for want of a
/// company: `appoints .. as head` by whom nobody knows is still an appointment.
struct UncoveredFirings {
    let lexicon: CompiledLexicon

    /// Takes the refusal off such firings and gives them what modifiers made of the larger one. Returns which they are.
    func uncover(_ firings: inout [RuleFiring]) -> [Int] {
        var uncovered: [Int] = []
        for index in firings.indices {
            guard case .covered(let rule) = firings[index].refusal, !lexicon.rules[firings[index].rule].needsParty,
                let large = larger(rule, near: index, firings)
            else { continue }
            firings[index].refusal = nil
            firings[index].notes = firings[large].notes
            firings[index].isDenied = firings[large].isDenied
            firings[index].isCalledOff = firings[large].isCalledOff
            firings[index].factLevel = firings[large].factLevel
            uncovered.append(index)
        }
        return uncovered
    }

    /// The firing of the rule that covers one, where it was refused for want of a company.
    private func larger(_ rule: Int, near index: Int, _ firings: [RuleFiring]) -> Int? {
        let widest = FiringReview.widestNeighbourhood
        let near = firings.indices.clamped(to: index - widest..<index + widest)
        return near.first { other in
            guard firings[other].rule == rule, firings[other].sentence == firings[index].sentence,
                firings[other].field == firings[index].field, case .noParty = firings[other].refusal
            else { return false }
            return true
        }
    }
}
