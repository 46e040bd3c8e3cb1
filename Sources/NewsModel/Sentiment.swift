/// The class of a sentiment.
public enum SentimentClass: String, Sendable, Hashable, Codable {
    case positive, neutral, negative
}

/// Direction and strength for holders of a company's shares, or of the market where no company is named.
public struct Sentiment: Sendable, Hashable {
    /// -1 (worst) ... +1 (best).
    public let score: Double
    public let sentimentClass: SentimentClass
    /// Probability of each class, 0...1; the three sum to 1.
    public let positive: Double
    public let neutral: Double
    public let negative: Double

    public init(score: Double, sentimentClass: SentimentClass, positive: Double, neutral: Double, negative: Double) {
        self.score = score
        self.sentimentClass = sentimentClass
        self.positive = positive
        self.neutral = neutral
        self.negative = negative
    }

    /// No direction, with certainty: what a text in an unknown language gets.
    public static let none = Sentiment(score: 0, sentimentClass: .neutral, positive: 0, neutral: 1, negative: 0)
}
