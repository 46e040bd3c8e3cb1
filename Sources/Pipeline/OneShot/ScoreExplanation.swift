public import NewsModel
import Scoring

/// Everything that went into a score, for `explain`.
public struct ScoreExplanation: Sendable {
    /// One thing that moved the score.
    public struct Cue: Sendable {
        public let span: TextSpan
        public let kind: String
        /// `FILE:LINE`.
        public let rule: String
        /// Before modifiers and place.
        public let base: Double
        public let weight: Double
        public let modifiers: [String]
        public let company: String?
    }

    /// One event rule that found its elements.
    public struct Rule: Sendable {
        public let span: TextSpan
        public let type: String
        /// `FILE:LINE`.
        public let rule: String
        /// As the lexicon writes it.
        public let text: String
        /// Why it raised nothing; nil where it raised its event.
        public let refusal: String?
        public let modifiers: [String]
    }

    public let cues: [Cue]
    public let rules: [Rule]
    /// The formula with its numbers.
    public let arithmetic: String
    public let sentiment: Sentiment
    public let companies: [CompanyAssessment]
    public let events: [NewsEvent]

    init(_ explanation: Explanation) {
        cues = explanation.cues.map {
            Cue(
                span: $0.span, kind: $0.kind, rule: $0.rule, base: $0.base, weight: $0.weight, modifiers: $0.modifiers,
                company: $0.company)
        }
        rules = explanation.rules.map {
            Rule(
                span: $0.span, type: $0.type.rawValue, rule: $0.rule, text: $0.text, refusal: $0.refusal,
                modifiers: $0.modifiers)
        }
        arithmetic = explanation.arithmetic
        sentiment = explanation.sentiment
        companies = explanation.companies
        events = explanation.events
    }
}
