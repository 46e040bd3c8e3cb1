import NewsModel

/// Every number of the sentiment model that is not a term's own weight, in one place.
///
/// `lexicons/parameters.txt` gives them for each language; what it does not name keeps the value it has here.
struct ScoringParameters: Sendable, Hashable {
    /// How much one unit of a direction's strength adds when it moves a metric.
    var movement = 0.9
    /// What is left of a term after a negation, denial or cessation; negative turns its sign.
    var negation = -0.7
    var denial = -0.3
    var cessation = -0.7
    /// What an expectation, an opinion or a doubt leaves of the terms in its clause.
    var forecast = 0.9
    var opinion = 1.0
    var doubt = 0.6
    /// What a question leaves of its sentence.
    var question = 0.6
    /// Weight of the clause that a contrast opens, and of the one before it.
    var contrastAfter = 1.3
    var contrastBefore = 0.6
    /// What two compared numbers add when no word says which way they moved.
    var comparison = 1.4
    /// What a percent with a sign adds where no word moves (`shares -3.2%`).
    var signed = 1.0
    /// How much an event's own score adds where no sentiment term stands on it.
    var eventWeight = 2.0
    /// Words between a movement and its quantity.
    var widestPair: Int32 = 14
    /// Words between a modifier and its term.
    var widestModifier: Int32 = 5
    /// Raw sums are mapped to -1...+1 by x / sqrt(x * x + scale).
    var scale = 6.0
    /// Weight of a title against all of a body's sentences.
    var titleShare = 1.5
    /// Body sentences that count fully; later ones count less.
    var leadSentences = 3

    /// The class decision: logits of positive and negative against neutral's 0.
    var positive = LogitWeights(bias: -2.1, own: [1.7, 1.7, 1.7, 1.7], other: [-0.6, -0.6, -0.6, -0.6])
    var negative = LogitWeights(bias: -2.7, own: [1.8, 1.8, 1.8, 1.8], other: [-0.4, -0.4, -0.4, -0.4])

    /// Logit = bias + sum over the kinds of cue of own * root(sum of its sign) + other * root(sum of the other sign).
    ///
    /// The kinds in order: polarity; movement and comparison; direction alone; event.
    struct LogitWeights: Sendable, Hashable {
        var bias: Double
        var own: SIMD4<Double>
        var other: SIMD4<Double>
    }
}
