import NewsModel

/// The weights of the cues, summed by kind and sign.
struct CueSums: Sendable {
    static let kinds = 4
    private(set) var positive = SIMD4<Double>()
    /// As positive numbers.
    private(set) var negative = SIMD4<Double>()
    /// Sentences that hold cues.
    private(set) var sentences = 0
    private var holdsBody = false
    private var last: (field: TextField, sentence: Int)?

    /// Adds cues in the order of the text.
    mutating func add(_ cue: SentimentCue) {
        if last?.field != cue.field || last?.sentence != cue.sentence {
            sentences += 1
            if cue.field == .body { holdsBody = true }
            last = (cue.field, cue.sentence)
        }
        let kind = Self.index(cue.kind)
        if cue.weight > 0 { positive[kind] += cue.weight } else { negative[kind] -= cue.weight }
    }

    func adding(_ other: CueSums) -> CueSums {
        var sum = self
        // Both may lie in one sentence, so they are not added up.
        sum.sentences = max(sentences, other.sentences)
        sum.holdsBody = holdsBody || other.holdsBody
        sum.positive += other.positive
        sum.negative += other.negative
        return sum
    }

    /// What is left for the class once opposite evidence has cancelled.
    ///
    /// In a headline or a single sentence both sides stand for themselves. In an article, the more sentences speak, the
    /// more of the smaller side is taken off both, and the less a side gains by saying a little of every kind: else a
    /// long article that mentions this and that would look as strong as a headline of one thing, and its class would
    /// disagree with its score.
    var balanced: CueSums {
        guard holdsBody, sentences > 1 else { return self }
        let share = 1 - 1 / Double(sentences)
        let cancelled = share * min(positiveTotal, negativeTotal)
        var left = self
        left.positive = Self.condensed(positive, less: cancelled, share)
        left.negative = Self.condensed(negative, less: cancelled, share)
        return left
    }

    /// At a share of 1 the roots of the kinds, weighed alike, add up to the root of the total.
    private static func condensed(_ kinds: SIMD4<Double>, less cancelled: Double, _ share: Double) -> SIMD4<Double> {
        let total = kinds[0] + kinds[1] + kinds[2] + kinds[3]
        guard total > 0 else { return kinds }
        var left = kinds
        for kind in 0..<Self.kinds {
            left[kind] = kinds[kind] * (1 - cancelled / total) * (1 - share + share * kinds[kind] / total)
        }
        return left
    }

    /// The positive sum of each kind, then the negative ones.
    var all: [Double] { [positive, negative].flatMap { sums in (0..<Self.kinds).map { sums[$0] } } }

    /// All kinds: positive less negative.
    var raw: Double { positiveTotal - negativeTotal }
    var positiveTotal: Double { positive[0] + positive[1] + positive[2] + positive[3] }
    var negativeTotal: Double { negative[0] + negative[1] + negative[2] + negative[3] }

    /// The place of a kind in `ScoringParameters.LogitWeights`.
    private static func index(_ kind: SentimentCue.Kind) -> Int {
        switch kind {
        case .polarity: 0
        case .movement, .comparison: 1
        case .direction: 2
        case .event: 3
        }
    }
}
