import NewsModel

/// What a term of polarity.txt, metrics.txt, directions.txt or modifiers.txt says.
enum SentimentMeaning: Sendable, Hashable {
    /// -4...+4 for holders of the shares; 0 only hides what it covers.
    case polarity(Double)
    /// A quantity that is good or bad when it is high, and what it says where nothing moves it.
    case metric(isGood: Bool, alone: Double)
    /// A movement: +1 up or -1 down, its strength, and what it says with no quantity beside it.
    case direction(sign: Double, strength: Double, alone: Double)
    case modifier(Modifier)
}

/// A word that changes what stands before or after it.
struct Modifier: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case negation, denial, cessation, intensifier, diminisher, contrast, forecast, opinion, doubt
    }

    enum Reach: String, Sendable {
        case before, after
    }

    var kind: Kind
    var factor: Double
    var reach: Reach
}

/// An entry of the sentiment files.
struct SentimentTerm: Sendable, Hashable {
    let term: String
    let meaning: SentimentMeaning
    /// `FILE:LINE`.
    let rule: String
    let language: Language
}
