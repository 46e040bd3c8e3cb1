import NewsModel

/// Reads the sentiment cues off one field.
struct PolarityEvaluator {
    let lexicon: CompiledLexicon
    let language: Language

    /// The cues of a field with their modifiers applied, in the order of the text.
    func cues(in analysis: TextAnalysis, events: [SentimentCue]) -> [SentimentCue] {
        let parameters = lexicon.parameters(of: language)
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
            let signed = SignedPercent(analysis: analysis, parameters: parameters).found(in: number)
            if hits.isEmpty, signed.isEmpty, firstEvent == events.count || events[firstEvent].sentence > number {
                continue
            }
            var cues = hits.isEmpty ? [] : pairing.cues(of: hits)
            cues += comparisons(analysis, number, hits, cues, parameters)
            if !signed.isEmpty { cues += movements(signed, analysis, number, hits, cues, parameters) }
            while firstEvent < events.count, events[firstEvent].sentence <= number {
                let event = events[firstEvent]
                firstEvent += 1
                if event.sentence == number { add(event, to: &cues) }
            }
            cues.sort { ($0.start, $0.end) < ($1.start, $1.end) }
            modifiers.apply(hits, to: &cues, sentence: sentence)
            if result.isEmpty { result = cues } else { result += cues }
        }
        return result
    }

    /// An event counts by itself where no term stands on it; else it lifts a weaker term of its sign to its own weight:
    /// anybody's resignation says little, that of a chief executive more.
    private func add(_ event: SentimentCue, to cues: inout [SentimentCue]) {
        let inside = cues.indices.filter { cues[$0].start < event.end && event.start < cues[$0].end }
        if inside.isEmpty {
            cues.append(event)
            return
        }
        let sum = inside.reduce(0) { $0 + cues[$1].weight }
        guard inside.allSatisfy({ cues[$0].weight * event.weight > 0 }), abs(sum) < abs(event.weight),
            let strongest = inside.max(by: { abs(cues[$0].weight) < abs(cues[$1].weight) })
        else { return }
        cues[strongest].weight += event.weight - sum
        cues[strongest].notes.append(.event(event.source))
    }

    /// Compared amounts count where a quantity is named and no movement says which way it went.
    private func comparisons(
        _ analysis: TextAnalysis, _ number: Int, _ hits: ArraySlice<TermHit>, _ cues: [SentimentCue],
        _ parameters: ScoringParameters
    ) -> [SentimentCue] {
        guard !analysis.numbers.isEmpty, !cues.contains(where: { $0.kind == .movement }) else { return [] }
        var metric: (hit: TermHit, isGood: Bool)?
        for hit in hits {
            if case .metric(let isGood, _) = lexicon.sentimentTerms[Int(hit.payload)].meaning {
                metric = (hit, isGood)
                break
            }
        }
        guard let metric else { return [] }
        let comparison = NumberComparison(analysis: analysis)
        return comparison.found(in: number).prefix(1).map { found in
            let weight = (turn(found, hits) ?? found.sign * (metric.isGood ? 1 : -1)) * parameters.comparison
            return SentimentCue(
                kind: .comparison, field: analysis.field, start: Int32(found.first.start), end: Int32(found.second.end),
                word: Int32(found.first.word), clause: analysis.clause(of: Int32(found.first.word)), sentence: number,
                source: .term(metric.hit.payload), base: weight, weight: weight,
                notes: [.compared(isHigher: found.sign > 0)])
        }
    }

    /// `profit of EUR 1.2 mn, compared to a loss of EUR 3 mn`: +1 from loss to profit, -1 the other way; nil where
    /// both amounts are of one kind.
    private func turn(_ found: NumberComparison.Found, _ hits: ArraySlice<TermHit>) -> Double? {
        func isGood(_ hit: TermHit) -> Bool? {
            if case .metric(let isGood, _) = lexicon.sentimentTerms[Int(hit.payload)].meaning { isGood } else { nil }
        }
        guard let now = hits.last(where: { isGood($0) != nil && Int($0.start) < found.first.start }).flatMap(isGood),
            let before = hits.first(where: {
                isGood($0) != nil && Int($0.start) >= found.first.end && Int($0.end) <= found.second.start
            }).flatMap(isGood), now != before
        else { return nil }
        return now == found.isNewFirst ? 1 : -1
    }

    /// Signed percents move the quantity before them, else count for themselves; a word that says the same is enough.
    private func movements(
        _ signed: [SignedPercent.Found], _ analysis: TextAnalysis, _ number: Int, _ hits: ArraySlice<TermHit>,
        _ cues: [SentimentCue], _ parameters: ScoringParameters
    ) -> [SentimentCue] {
        signed.compactMap { found in
            let word = Int32(found.number.word)
            let clause = analysis.clause(of: word)
            if cues.contains(where: { $0.clause == clause && $0.kind != .polarity }) { return nil }
            var cue = SentimentCue(
                kind: .direction, field: analysis.field, start: Int32(found.number.start) - 1,
                end: Int32(found.number.end), word: word, clause: clause, sentence: number, source: .sign,
                base: found.sign * parameters.signed, weight: found.sign * parameters.signed)
            for hit in hits where hit.end <= cue.start && analysis.clause(of: hit.firstWord) == clause {
                guard case .metric(let isGood, _) = lexicon.sentimentTerms[Int(hit.payload)].meaning else { continue }
                cue.kind = .movement
                cue.source = .term(hit.payload)
                cue.base = found.sign * parameters.movement * (isGood ? 1 : -1)
                cue.weight = cue.base
            }
            return cue
        }
    }
}
