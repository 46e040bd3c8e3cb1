public import NewsModel

/// Why an article got its score: every cue with its arithmetic, every rule with what became of it.
public struct Explanation: Sendable {
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

    init(lexicon: CompiledLexicon, evaluation: Evaluation, article: Article) {
        let maker = RecordMaker(lexicon: lexicon, evaluation: evaluation, article: article)
        let record = maker.record(of: article, engine: "", now: Timestamp(milliseconds: 0))
        cues = evaluation.cues.map { cue in
            Cue(
                span: maker.span(cue.field, cue.start, cue.end), kind: cue.kind.rawValue, rule: cue.rule,
                base: cue.base, weight: cue.weight,
                modifiers: cue.modifiers, company: cue.company.map { lexicon.companies[$0].company.name })
        }
        rules = evaluation.firings.map { firing in
            let rule = lexicon.rules[firing.rule]
            return Rule(
                span: maker.span(firing.field, firing.start, firing.end), type: rule.type, rule: rule.rule,
                text: rule.text,
                refusal: firing.refusal, modifiers: firing.modifiers)
        }
        positive = evaluation.sums.positiveTotal
        negative = evaluation.sums.negativeTotal
        sums = evaluation.sums.positive + evaluation.sums.negative
        let parameters = ScoringParameters.of(article.language)
        func short(_ value: Double) -> String { "\(MathFunctions.rounded(value))" }
        arithmetic =
            "raw = \(short(positive)) - \(short(negative)) = \(short(positive - negative)); "
            + "score = raw / sqrt(raw^2 + \(short(parameters.scale))) = \(short(record.sentiment.score))"
        sentiment = record.sentiment
        companies = record.companies
        events = record.events
    }
}
