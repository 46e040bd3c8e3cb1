import NewsModel

/// Applies negations, intensifiers, doubts and contrasts to the cues of one sentence.
struct ModifierPass {
    let analysis: TextAnalysis
    let lexicon: CompiledLexicon
    let parameters: ScoringParameters

    /// Modifiers of a sentence that change more than one term; more of them tell nothing, and keep hostile sentences
    /// linear.
    private static let mostWide = 8

    func apply(_ hits: ArraySlice<TermHit>, to cues: inout [SentimentCue], sentence: Sentence) {
        guard !cues.isEmpty else { return }
        var wide = 0
        for hit in hits {
            guard case .modifier(let modifier) = lexicon.sentimentTerms[Int(hit.payload)].meaning else { continue }
            if modifier.kind.isWide {
                wide += 1
                if wide > Self.mostWide { continue }
            }
            switch modifier.kind {
            case .negation: turn(hit, modifier, parameters.negation, .negated, &cues)
            case .denial: turn(hit, modifier, parameters.denial, .denied, &cues)
            case .cessation: turn(hit, modifier, parameters.cessation, .ended, &cues)
            case .intensifier: turn(hit, modifier, modifier.factor, .stronger, &cues)
            case .diminisher: turn(hit, modifier, modifier.factor, .weaker, &cues)
            case .forecast: weaken(hit, parameters.forecast, .expected, &cues)
            case .opinion: weaken(hit, parameters.opinion, .opinion, &cues)
            case .doubt: weaken(hit, parameters.doubt, .doubted, &cues)
            case .contrast: contrast(hit, modifier, &cues)
            }
        }
        contrastEndings(sentence, &cues)
        if sentence.isQuestion {
            for index in cues.indices { change(&cues[index], parameters.question, .plain(.asked)) }
        }
    }

    /// The nearest cue on the side that the modifier reaches, in its clause.
    private func turn(
        _ hit: TermHit, _ modifier: Modifier, _ factor: Double, _ word: CueNote.Change, _ cues: inout [SentimentCue]
    ) {
        let clause = analysis.clause(of: hit.firstWord)
        var best: (distance: Int32, index: Int)?
        for (index, cue) in cues.enumerated() where cue.clause == clause {
            let distance = modifier.reach == .after ? cue.word - hit.lastWord : hit.firstWord - cue.word
            let isOnSide = modifier.reach == .after ? cue.start >= hit.end : cue.end <= hit.start
            if isOnSide, distance >= 0, distance <= parameters.widestModifier,
                best.map({ distance < $0.distance }) ?? true
            {
                best = (distance, index)
            }
        }
        if let best { change(&cues[best.index], factor, note(word, hit)) }
    }

    private func weaken(_ hit: TermHit, _ factor: Double, _ word: CueNote.Change, _ cues: inout [SentimentCue]) {
        guard factor != 1 else { return }
        let clause = analysis.clause(of: hit.firstWord)
        for index in cues.indices where cues[index].clause == clause { change(&cues[index], factor, note(word, hit)) }
    }

    private func contrast(_ hit: TermHit, _ modifier: Modifier, _ cues: inout [SentimentCue]) {
        let clause = analysis.clause(of: hit.firstWord)
        let after = note(.afterContrast, hit)
        let before = note(.beforeContrast, hit)
        for index in cues.indices {
            // reach=before: what stands outside the clause that the word opens counts more (despite, although).
            let counts = modifier.reach == .before ? cues[index].clause != clause : cues[index].start >= hit.end
            change(
                &cues[index], counts ? parameters.contrastAfter : parameters.contrastBefore, counts ? after : before)
        }
    }

    /// ~지만, ~으나: the clause that ends so counts less than what follows.
    private func contrastEndings(_ sentence: Sentence, _ cues: inout [SentimentCue]) {
        for index in sentence.words {
            let word = analysis.words[index]
            guard ClauseEnding.contrasts(analysis.text, Int(word.start)..<Int(word.end)) else { continue }
            for number in cues.indices {
                let isAfter = cues[number].start >= word.end
                change(
                    &cues[number], isAfter ? parameters.contrastAfter : parameters.contrastBefore,
                    .plain(isAfter ? .afterContrast : .beforeContrast))
            }
            return
        }
    }

    private func change(_ cue: inout SentimentCue, _ factor: Double, _ note: CueNote) {
        cue.weight *= factor
        cue.notes.append(note)
    }

    private func note(_ word: CueNote.Change, _ hit: TermHit) -> CueNote {
        .modified(word, start: hit.start, end: hit.tailEnd, term: hit.payload)
    }
}

extension Modifier.Kind {
    /// Changes all terms of its clause or sentence, not only the nearest one.
    fileprivate var isWide: Bool {
        switch self {
        case .contrast, .forecast, .opinion, .doubt: true
        case .negation, .denial, .cessation, .intensifier, .diminisher: false
        }
    }
}
