import NewsModel

/// Turns an evaluation into the record: byte offsets become code points of the original text.
struct RecordMaker {
    let lexicon: CompiledLexicon
    let evaluation: Evaluation
    private let titleSpans: SpanMaker
    private let bodySpans: SpanMaker

    init(lexicon: CompiledLexicon, evaluation: Evaluation, article: Article) {
        self.lexicon = lexicon
        self.evaluation = evaluation
        titleSpans = SpanMaker(text: article.title, normal: evaluation.title.text, field: .title)
        bodySpans = SpanMaker(text: article.body, normal: evaluation.body.text, field: .body)
    }

    func record(of article: Article, engine: String, now: Timestamp, fields: RecordFields = .all) -> ScoredRecord {
        let events = evaluation.events.map(event)
        return ScoredRecord(
            id: article.id, title: article.title, text: article.bodyIsExtracted ? article.body : nil, url: article.url,
            language: article.language, source: article.source, publishedAt: article.publishedAt, scoredAt: now,
            sentiment: evaluation.sentiment, confidence: confidence(article.language),
            companies: fields.contains(.companies) ? companies() : [],
            events: events,
            severity: events.map { $0.severity * (40 + 60 * $0.relevance / 100) / 100 }.max() ?? 0,
            evidence: fields.contains(.evidence) ? evidence() : [], engine: engine,
            lexicon: lexicon.hash)
    }

    func span(_ field: TextField, _ start: Int32, _ end: Int32) -> TextSpan {
        (field == .title ? titleSpans : bodySpans).span(Int(start)..<Int(end))
    }

    /// What changed a cue or a firing, in words.
    func modifiers(_ notes: [CueNote], _ field: TextField) -> [String] {
        if notes.isEmpty { return [] }
        let normal = evaluation.text(of: field)
        return notes.map { $0.text(lexicon, normal) }
    }

    /// The probability of the class; nothing is known of a text in another language.
    private func confidence(_ language: Language) -> Double {
        guard language != .undetermined else { return 0 }
        let sentiment = evaluation.sentiment
        return max(sentiment.positive, sentiment.neutral, sentiment.negative)
    }

    private func companies() -> [CompanyAssessment] {
        zip(evaluation.standings, evaluation.companySentiments).map { standing, sentiment in
            var mentions: [Mention] = []
            mentions.reserveCapacity(standing.titleMentions.count + standing.bodyMentions.count)
            for place in standing.titleMentions { mentions.append(Mention(span: span(.title, place.start, place.end))) }
            for place in standing.bodyMentions { mentions.append(Mention(span: span(.body, place.start, place.end))) }
            return CompanyAssessment(
                company: evaluation.companies.company(standing.company), relevance: standing.relevance,
                role: standing.role, sentiment: sentiment,
                mentions: mentions)
        }
    }

    private func event(_ draft: EventDraft) -> NewsEvent {
        let company = draft.company.map(evaluation.companies.company)
        let evidence = draft.firings.prefix(8).map { firing in
            Evidence(
                span: span(firing.field, firing.start, firing.end), rule: lexicon.rules[firing.rule].rule,
                modifiers: modifiers(firing.notes, firing.field))
        }
        return NewsEvent(
            type: draft.type, companyID: company?.id, companyName: company?.name, role: draft.role, phase: draft.phase,
            factLevel: draft.factLevel, severity: draft.severity, relevance: draft.relevance,
            score: MathFunctions.rounded(draft.score),
            evidence: evidence)
    }

    private func evidence() -> [Evidence] {
        var evidence: [Evidence] = []
        evidence.reserveCapacity(evaluation.cues.count)
        for cue in evaluation.cues where cue.kind != .event {
            evidence.append(
                Evidence(
                    span: span(cue.field, cue.start, cue.end), rule: cue.source.text(lexicon),
                    weight: MathFunctions.rounded(cue.weight), modifiers: modifiers(cue.notes, cue.field)))
        }
        return evidence
    }
}
