/// The weights of the cues, summed by kind and sign.
struct CueSums: Sendable {
    static let kinds = 4
    private(set) var positive = [0.0, 0.0, 0.0, 0.0]
    /// As positive numbers.
    private(set) var negative = [0.0, 0.0, 0.0, 0.0]

    mutating func add(_ cue: SentimentCue) {
        let kind = Self.index(cue.kind)
        if cue.weight > 0 { positive[kind] += cue.weight } else { negative[kind] -= cue.weight }
    }

    func adding(_ other: CueSums) -> CueSums {
        var sum = self
        for kind in 0..<Self.kinds {
            sum.positive[kind] += other.positive[kind]
            sum.negative[kind] += other.negative[kind]
        }
        return sum
    }

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
