import NewsModel
import Synchronization

/// Evaluators at rest, one for each thread that scored at the same time: an article that comes takes one, or makes one
/// where none is at rest, and puts it back with its memory warm.
///
/// A class, shared by all copies of a scorer; the mutex guards the list, and an evaluator in use is on no list.
final class EvaluatorPool: Sendable {
    private let lexicon: CompiledLexicon
    private let resting = Mutex<[ArticleEvaluator]>([])

    init(lexicon: CompiledLexicon) {
        self.lexicon = lexicon
    }

    /// Evaluates an article and gives what `use` makes of it, which must not hold on to the evaluation.
    func evaluate<Result>(_ article: Article, _ use: (Evaluation) -> Result) -> Result {
        let evaluator = resting.withLock { $0.popLast() } ?? ArticleEvaluator(lexicon: lexicon)
        let evaluation = evaluator.evaluate(title: article.title, body: article.body, language: article.language)
        let result = use(evaluation)
        evaluator.take(back: evaluation)
        resting.withLock { $0.append(evaluator) }
        return result
    }
}
