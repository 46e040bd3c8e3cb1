import NewsModel

/// Looks at what stands around a rule's match: negations, denials, cancellations, forecasts, and rules that say more.
struct FiringReview {
    let lexicon: CompiledLexicon
    let analysis: TextAnalysis
    private static let widest: Int32 = 4

    /// Settles the refusals, modifiers and fact levels of the firings of a field, in place.
    func review(_ firings: inout [RuleFiring]) {
        hideTurned(&firings)
        for hit in analysis.sentiment {
            guard case .modifier(let modifier) = lexicon.sentimentTerms[Int(hit.payload)].meaning else { continue }
            for index in nearby(hit, firings) { apply(modifier, hit, to: &firings[index]) }
        }
        for index in firings.indices
        where analysis.sentences[firings[index].sentence].isQuestion && firings[index].factLevel == .fact {
            firings[index].factLevel = .forecast
        }
    }

    /// Firings are in the order of their anchors; only those of the modifier's sentence are looked at.
    private func nearby(_ hit: TermHit, _ firings: [RuleFiring]) -> Range<Int> {
        let sentence = analysis.sentence(of: hit.firstWord)
        var low = 0
        var high = firings.count
        while low < high {
            let middle = (low + high) / 2
            if firings[middle].sentence < sentence { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < firings.count, firings[end].sentence == sentence, end - low < 200 { end += 1 }
        return low..<end
    }

    private func apply(_ modifier: Modifier, _ hit: TermHit, to firing: inout RuleFiring) {
        guard firing.refusal == nil, !firing.pieces.contains(where: { $0.start < hit.end && hit.start < $0.end }) else {
            return
        }
        let clause = analysis.clause(of: hit.firstWord)
        guard firing.pieces.contains(where: { $0.clause == clause }) else { return }
        func note(_ change: CueNote.Change) -> CueNote {
            .modified(change, start: hit.start, end: hit.tailEnd, term: hit.payload)
        }
        let distance = modifier.reach == .after ? firing.firstWord - hit.lastWord : hit.firstWord - firing.lastWord
        let reaches = distance >= 0 && distance <= Self.widest
        switch modifier.kind {
        case .negation where reaches && distance <= 2: firing.refusal = .negated(note(.negated))
        case .denial where reaches:
            firing.isDenied = true
            firing.notes.append(note(.denied))
        case .cessation where reaches:
            firing.isCalledOff = true
            firing.notes.append(note(.ended))
        case .forecast where firing.factLevel == .fact:
            firing.factLevel = .forecast
            firing.notes.append(note(.expected))
        case .opinion where firing.factLevel == .fact:
            firing.factLevel = .opinion
            firing.notes.append(note(.opinion))
        case .doubt where firing.factLevel == .fact:
            firing.factLevel = .forecast
            firing.notes.append(note(.doubted))
        default: break
        }
    }

    /// Neighbours on each side that a firing is held against; keeps hostile sentences linear.
    static let widestNeighbourhood = 60

    /// `인수 .. 철회` (failed) hides `인수`; the longer of two rules of one type hides the shorter.
    private func hideTurned(_ firings: inout [RuleFiring]) {
        var first = 0
        while first < firings.count {
            var end = first + 1
            while end < firings.count, firings[end].sentence == firings[first].sentence { end += 1 }
            if end - first > 1 { hideTurned(&firings, first..<end) }
            first = end
        }
    }

    /// The same for the firings of one sentence.
    private func hideTurned(_ firings: inout [RuleFiring], _ sentence: Range<Int>) {
        let types = lexicon.ruleIndex.types
        for index in sentence where firings[index].refusal == nil {
            let own = types[firings[index].rule]
            let near = sentence.clamped(to: index - Self.widestNeighbourhood..<index + Self.widestNeighbourhood)
            for other in near where other != index {
                let larger = types[firings[other].rule]
                guard larger.type == own.type || (larger.isTurned && larger.group == own.group),
                    firings[other].refusal == nil, covers(firings[other], firings[index])
                else { continue }
                firings[index].refusal = .covered(by: firings[other].rule)
                break
            }
        }
    }

    private func covers(_ large: RuleFiring, _ small: RuleFiring) -> Bool {
        let isInside = small.pieces.allSatisfy { piece in
            large.pieces.contains { $0.start <= piece.start && piece.end <= $0.end }
        }
        guard isInside else { return false }
        let largeSize = large.pieces.reduce(0) { $0 + $1.end - $1.start }
        let smallSize = small.pieces.reduce(0) { $0 + $1.end - $1.start }
        return largeSize > smallSize || (large.pieces == small.pieces && large.rule < small.rule)
    }
}
