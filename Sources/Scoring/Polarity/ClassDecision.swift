import NewsModel

/// Turns the sums of the cues into a score, probabilities and a class.
struct ClassDecision {
    let parameters: ScoringParameters

    func sentiment(_ sums: CueSums) -> Sentiment {
        let raw = sums.raw
        let score = raw / (raw * raw + parameters.scale).squareRoot()
        let evidence = sums.balanced
        let up = logit(parameters.positive, own: evidence.positive, other: evidence.negative)
        let down = logit(parameters.negative, own: evidence.negative, other: evidence.positive)
        // Softmax over (up, 0, down), shifted by the largest so that nothing overflows.
        let top = max(up, 0, down)
        let weights = [up - top, -top, down - top].map { MathFunctions.exp($0) }
        let total = weights[0] + weights[1] + weights[2]
        let shares = weights.map { $0 / total }
        let chosen: SentimentClass =
            shares[0] > shares[1] && shares[0] >= shares[2] ? .positive : shares[2] > shares[1] ? .negative : .neutral
        return Sentiment(
            score: MathFunctions.rounded(score), sentimentClass: chosen, positive: shares[0], neutral: shares[1],
            negative: shares[2])
    }

    /// Many cues of one sign add less and less, hence the root.
    private func logit(_ weights: ScoringParameters.LogitWeights, own: [Double], other: [Double]) -> Double {
        var value = weights.bias
        for kind in 0..<CueSums.kinds {
            value += weights.own[kind] * own[kind].squareRoot() + weights.other[kind] * other[kind].squareRoot()
        }
        return value
    }
}

/// Functions whose result must not differ between machines.
enum MathFunctions {
    /// e to the power of x, by halving and a series; correct to about 1e-12 for x in -40...0, 0 below.
    static func exp(_ x: Double) -> Double {
        if x < -40 { return 0 }
        let small = x / 64
        var term = 1.0
        var sum = 1.0
        for index in 1...12 {
            term *= small / Double(index)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }

    static func rounded(_ value: Double) -> Double {
        (value * 10_000).rounded() / 10_000
    }
}
