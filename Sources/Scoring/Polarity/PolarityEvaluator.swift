import NewsModel

/// Reads the sentiment cues off one field.
struct PolarityEvaluator {
    let lexicon: CompiledLexicon
    let language: Language

    /// The cues of a field with their modifiers applied, in the order of the text.
    func cues(in analysis: TextAnalysis, events: [SentimentCue]) -> [SentimentCue] {
        let parameters = ScoringParameters.of(language)
        let pairing = MovementPairing(
            analysis: analysis, lexicon: lexicon, parameters: parameters, isKorean: language == .korean)
        let modifiers = ModifierPass(analysis: analysis, lexicon: lexicon, parameters: parameters)
        var result: [SentimentCue] = []
        var first = 0
        var firstEvent = 0
        for (number, sentence) in analysis.sentences.enumerated() {
            var last = first
            while last < analysis.sentiment.count, sentence.words.contains(Int(analysis.sentiment[last].firstWord)) {
                last += 1
            }
            let hits = analysis.sentiment[first..<last]
            first = last
            if hits.isEmpty, firstEvent == events.count || events[firstEvent].sentence > number { continue }
            var cues = hits.isEmpty ? [] : pairing.cues(of: hits)
            cues += comparisons(analysis, number, hits, cues, parameters)
            while firstEvent < events.count, events[firstEvent].sentence <= number {
                let event = events[firstEvent]
                firstEvent += 1
                if event.sentence == number, !cues.contains(where: { $0.start < event.end && event.start < $0.end }) {
                    cues.append(event)
                }
            }
            cues.sort { ($0.start, $0.end) < ($1.start, $1.end) }
            modifiers.apply(hits, to: &cues, sentence: sentence)
            if result.isEmpty { result = cues } else { result += cues }
        }
        return result
    }

    /// Compared amounts count where a quantity is named and no movement says which way it went.
    private func comparisons(
        _ analysis: TextAnalysis, _ number: Int, _ hits: ArraySlice<TermHit>, _ cues: [SentimentCue],
        _ parameters: ScoringParameters
    ) -> [SentimentCue] {
        guard !analysis.numbers.isEmpty, !cues.contains(where: { $0.kind == .movement }) else { return [] }
        var metric: (hit: TermHit, isGood: Bool)?
        for hit in hits {
            if case .metric(let isGood) = lexicon.sentimentTerms[Int(hit.payload)].meaning {
                metric = (hit, isGood)
                break
            }
        }
        guard let metric else { return [] }
        let comparison = NumberComparison(analysis: analysis)
        return comparison.found(in: number).prefix(1).map { found in
            let weight = found.sign * parameters.comparison * (metric.isGood ? 1 : -1)
            return SentimentCue(
                kind: .comparison, field: analysis.field, start: Int32(found.first.start), end: Int32(found.second.end),
                word: Int32(found.first.word), clause: analysis.clause(of: Int32(found.first.word)), sentence: number,
                rule: lexicon.sentimentTerms[Int(metric.hit.payload)].rule, base: weight, weight: weight,
                modifiers: [found.sign > 0 ? "the later amount is higher" : "the later amount is lower"])
        }
    }
}
