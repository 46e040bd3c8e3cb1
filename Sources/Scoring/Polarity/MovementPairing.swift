import NewsModel

/// Gives each movement its quantity: `profit rose`, `cut costs`, `영업이익 28% 급감`.
struct MovementPairing {
    let analysis: TextAnalysis
    let lexicon: CompiledLexicon
    let parameters: ScoringParameters
    let isKorean: Bool

    /// The cues of a sentence that are polarity terms, movements and directions alone.
    func cues(of hits: ArraySlice<TermHit>) -> [SentimentCue] {
        let (metrics, directions) = parts(hits)
        var taken: [Int32] = []
        var cues: [SentimentCue] = []
        for hit in hits {
            switch meaning(hit) {
            case .polarity(let weight): cues.append(cue(.polarity, hit, weight))
            case .direction(let sign, let strength, let alone):
                if let index = metric(for: hit, metrics, directions) {
                    let metric = metrics[index]
                    taken.append(metric.hit.start)
                    let weight = sign * strength * parameters.movement * (metric.isGood ? 1 : -1)
                    var moved = cue(.movement, hit, weight)
                    moved.notes.append(.moved(isUp: sign > 0, metric: metric.hit.payload))
                    cues.append(moved)
                } else if alone != 0 {
                    cues.append(cue(.direction, hit, alone))
                }
            default: break
            }
        }
        for hit in hits {
            if case .metric(_, let alone) = meaning(hit), alone != 0, !taken.contains(hit.start) {
                cues.append(cue(.polarity, hit, alone))
            }
        }
        return cues
    }

    /// The quantities and movements of a sentence; nobody asks for quantities where nothing moves.
    private func parts(_ hits: ArraySlice<TermHit>) -> (metrics: [(hit: TermHit, isGood: Bool)], directions: [TermHit])
    {
        var metrics: [(hit: TermHit, isGood: Bool)] = []
        var directions: [TermHit] = []
        for hit in hits {
            if case .direction = meaning(hit) { directions.append(hit) }
        }
        if directions.isEmpty { return ([], []) }
        for hit in hits {
            if case .metric(let isGood, _) = meaning(hit) { metrics.append((hit, isGood)) }
        }
        return (metrics, directions)
    }

    /// The quantity of a movement: nearest in its clause, in Korean before it; else the last one of the clause before.
    private func metric(for direction: TermHit, _ metrics: [(hit: TermHit, isGood: Bool)], _ directions: [TermHit])
        -> Int?
    {
        let clause = analysis.clause(of: direction.firstWord)
        var best: (cost: Int32, index: Int)?
        for index in metrics.indices {
            let metric = metrics[index]
            if abs(metric.hit.firstWord - direction.firstWord) > parameters.widestPair { continue }
            let distance: Int32
            let isBefore = metric.hit.start < direction.start
            if isBefore {
                distance = max(0, direction.firstWord - metric.hit.lastWord)
            } else {
                distance = metric.hit.firstWord - direction.lastWord
            }
            let other = analysis.clause(of: metric.hit.firstWord)
            var cost = distance
            if other != clause {
                // A quantity may open the sentence and its movement follow after a comma, but never across another movement.
                guard isBefore, clause - other <= 2, !isTaken(metric.hit, before: direction, directions) else {
                    continue
                }
                cost += 6
            } else if !isBefore {
                cost += isKorean ? 3 : 1
                if isKorean ? distance > 3 : isCause(between: direction, and: metric.hit) { continue }
            } else if isTaken(metric.hit, before: direction, directions) {
                cost += 4
            }
            if cost <= parameters.widestPair, best.map({ cost < $0.cost }) ?? true { best = (cost, index) }
        }
        return best?.index
    }

    /// `shares fell on profit warnings`: what stands behind such a word is why, not what moved.
    private static let causes: [[UInt8]] = ["on", "amid", "after", "despite", "following", "as"].map { Array($0.utf8) }

    private func isCause(between direction: TermHit, and metric: TermHit) -> Bool {
        for index in Int(direction.lastWord) + 1..<max(Int(direction.lastWord) + 1, Int(metric.firstWord)) {
            let word = analysis.words[index]
            let bytes = analysis.text.bytes[Int(word.start)..<Int(word.end)]
            if Self.causes.contains(where: { bytes.elementsEqual($0) }) { return true }
        }
        return false
    }

    /// Whether another movement stands between a quantity and a movement after it.
    private func isTaken(_ metric: TermHit, before direction: TermHit, _ directions: [TermHit]) -> Bool {
        // Only a movement beside the quantity can take it, so a few of them are enough to look at.
        directions.contains {
            $0.start >= metric.end && $0.end <= direction.start
                && $0.firstWord - metric.lastWord <= parameters.widestPair
        }
    }

    private func cue(_ kind: SentimentCue.Kind, _ hit: TermHit, _ weight: Double) -> SentimentCue {
        SentimentCue(
            kind: kind, field: analysis.field, start: hit.start, end: hit.end, word: hit.firstWord,
            clause: analysis.clause(of: hit.firstWord),
            sentence: analysis.sentence(of: hit.firstWord), source: .term(hit.payload), base: weight, weight: weight)
    }

    private func meaning(_ hit: TermHit) -> SentimentMeaning { lexicon.sentimentTerms[Int(hit.payload)].meaning }
}
