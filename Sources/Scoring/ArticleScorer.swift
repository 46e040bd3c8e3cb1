public import NewsModel

/// Scores articles: the public face of this module. Pure: the same article and lexicon give the same record.
public struct ArticleScorer: Sendable {
    private let lexicon: CompiledLexicon
    private let engine: String
    private let evaluators: EvaluatorPool

    /// - Parameters:
    ///   - lexicon: what the scorer knows.
    ///   - engine: name and version for the record's `engine`: `newsward 1.0.0`.
    public init(lexicon: CompiledLexicon, engine: String) {
        self.lexicon = lexicon
        self.engine = engine
        evaluators = EvaluatorPool(lexicon: lexicon)
    }

    /// The record of an article. `now` becomes its `scored_at`; nothing else depends on it.
    ///
    /// - Parameter fields: what is wanted; companies and evidence that are not are left empty, which saves their work.
    public func score(_ article: Article, now: Timestamp, fields: RecordFields = .all) -> ScoredRecord {
        evaluators.evaluate(article) { evaluation in
            RecordMaker(lexicon: lexicon, evaluation: evaluation, article: article).record(
                of: article, engine: engine, now: now, fields: fields)
        }
    }

    /// Why the record says what it says, from the same evaluation.
    public func explain(_ article: Article) -> ScoreExplanation {
        evaluators.evaluate(article) { evaluation in
            ScoreExplanation(lexicon: lexicon, evaluation: evaluation, article: article)
        }
    }
}
