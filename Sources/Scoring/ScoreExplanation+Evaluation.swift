import NewsModel

extension ScoreExplanation {
    /// What an evaluation says, in spans of the article.
    init(lexicon: CompiledLexicon, evaluation: Evaluation, article: Article) {
        let maker = RecordMaker(lexicon: lexicon, evaluation: evaluation, article: article)
        let record = maker.record(of: article, engine: "", now: Timestamp(milliseconds: 0))
        let cues = evaluation.cues.map { cue in
            ScoreExplanation.Cue(
                span: maker.span(cue.field, cue.start, cue.end), kind: cue.kind.rawValue,
                rule: cue.source.text(lexicon),
                base: cue.base, weight: cue.weight,
                modifiers: maker.modifiers(cue.notes, cue.field),
                company: cue.company.map { evaluation.companies.company($0).name })
        }
        let rules = evaluation.firings.map { firing in
            let rule = lexicon.rules[firing.rule]
            return ScoreExplanation.Rule(
                span: maker.span(firing.field, firing.start, firing.end), type: rule.type, rule: rule.rule,
                text: rule.text,
                refusal: firing.refusal?.text(lexicon, evaluation.text(of: firing.field)),
                modifiers: maker.modifiers(firing.notes, firing.field))
        }
        let (positive, negative) = (evaluation.sums.positiveTotal, evaluation.sums.negativeTotal)
        let parameters = lexicon.parameters(of: article.language)
        func short(_ value: Double) -> String { "\(MathFunctions.rounded(value))" }
        let arithmetic =
            "raw = \(short(positive)) - \(short(negative)) = \(short(positive - negative)); "
            + "score = raw / sqrt(raw^2 + \(short(parameters.scale))) = \(short(record.sentiment.score))"
        self.init(
            cues: cues, rules: rules, positive: positive, negative: negative,
            sums: evaluation.sums.all, arithmetic: arithmetic,
            sentiment: record.sentiment, companies: record.companies, events: record.events)
    }
}
