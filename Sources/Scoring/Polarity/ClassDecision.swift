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
        var positive = MathFunctions.exp(up - top)
        var neutral = MathFunctions.exp(-top)
        var negative = MathFunctions.exp(down - top)
        let total = positive + neutral + negative
        positive /= total
        neutral /= total
        negative /= total
        let chosen: SentimentClass =
            positive > neutral && positive >= negative ? .positive : negative > neutral ? .negative : .neutral
        return Sentiment(
            score: MathFunctions.rounded(score), sentimentClass: chosen, positive: positive, neutral: neutral,
            negative: negative)
    }

    /// Many cues of one sign add less and less, hence the root.
    private func logit(_ weights: ScoringParameters.LogitWeights, own: SIMD4<Double>, other: SIMD4<Double>) -> Double {
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
