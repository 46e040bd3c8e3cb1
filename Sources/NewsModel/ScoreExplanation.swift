/// Why an article got its score: every cue with its arithmetic, every rule with what became of it.
public struct ScoreExplanation: Sendable {
    /// One thing that moved the score.
    public struct Cue: Sendable {
        public let span: TextSpan
        /// `polarity`, `movement`, `direction`, `comparison` or `event`.
        public let kind: String
        /// `FILE:LINE`.
        public let rule: String
        /// Before modifiers and place weights.
        public let base: Double
        /// What it adds in the end.
        public let weight: Double
        /// What changed it, in order.
        public let modifiers: [String]
        /// The company it speaks about, nil for the whole.
        public let company: String?

        public init(
            span: TextSpan, kind: String, rule: String, base: Double, weight: Double, modifiers: [String],
            company: String?
        ) {
            self.span = span
            self.kind = kind
            self.rule = rule
            self.base = base
            self.weight = weight
            self.modifiers = modifiers
            self.company = company
        }
    }

    /// One event rule that found its elements.
    public struct Rule: Sendable {
        public let span: TextSpan
        public let type: EventType
        /// `FILE:LINE`.
        public let rule: String
        /// The rule as written in the lexicon.
        public let text: String
        /// Why it raised nothing; nil where it raised its event.
        public let refusal: String?
        public let modifiers: [String]

        public init(span: TextSpan, type: EventType, rule: String, text: String, refusal: String?, modifiers: [String])
        {
            self.span = span
            self.type = type
            self.rule = rule
            self.text = text
            self.refusal = refusal
            self.modifiers = modifiers
        }
    }

    public let cues: [Cue]
    public let rules: [Rule]
    /// Sum of the weights above 0, and of those below 0 as a positive number.
    public let positive: Double
    public let negative: Double
    /// The same by kind: polarity, movement and comparison, direction alone, event; first positive, then negative.
    public let sums: [Double]
    /// The formula with its numbers, in one line.
    public let arithmetic: String
    public let sentiment: Sentiment
    public let companies: [CompanyAssessment]
    public let events: [NewsEvent]

    public init(
        cues: [Cue], rules: [Rule], positive: Double, negative: Double, sums: [Double], arithmetic: String,
        sentiment: Sentiment, companies: [CompanyAssessment], events: [NewsEvent]
    ) {
        self.cues = cues
        self.rules = rules
        self.positive = positive
        self.negative = negative
        self.sums = sums
        self.arithmetic = arithmetic
        self.sentiment = sentiment
        self.companies = companies
        self.events = events
    }
}
