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

    /// The probability of the class; nothing is known of a text in another language.
    private func confidence(_ language: Language) -> Double {
        guard language != .undetermined else { return 0 }
        let sentiment = evaluation.sentiment
        return max(sentiment.positive, sentiment.neutral, sentiment.negative)
    }

    private func companies() -> [CompanyAssessment] {
        zip(evaluation.standings, evaluation.companySentiments).map { standing, sentiment in
            let mentions =
                standing.titleMentions.map { Mention(span: span(.title, $0.start, $0.end)) }
                + standing.bodyMentions.map { Mention(span: span(.body, $0.start, $0.end)) }
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
                modifiers: firing.modifiers)
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
                    span: span(cue.field, cue.start, cue.end), rule: cue.rule,
                    weight: MathFunctions.rounded(cue.weight), modifiers: cue.modifiers))
        }
        return evidence
    }
}

/// Cuts spans out of one field.
struct SpanMaker {
    private let utf8: String.UTF8View
    private let normal: NormalText
    private let field: TextField
    /// Byte offset of every 64th code point, so that a span deep in a long text is found at once; empty where the text
    /// is short or each code point is one byte.
    private let marks: [Int32]

    init(text: String, normal: NormalText, field: TextField) {
        utf8 = text.utf8
        self.normal = normal
        self.field = field
        var marks: [Int32] = []
        if utf8.count > normal.length, utf8.count > Self.longestWalk {
            marks.reserveCapacity(normal.length / 64 + 1)
            var number = 0
            var offset: Int32 = 0
            for byte in utf8 {
                if byte & 0xC0 != 0x80 {
                    if number & 63 == 0 { marks.append(offset) }
                    number += 1
                }
                offset += 1
            }
        }
        self.marks = marks
    }

    /// Bytes that are walked through from the start for a span; a longer text gets marks.
    private static let longestWalk = 400

    func span(_ range: Range<Int>) -> TextSpan {
        let points = normal.codePoints(range)
        let text = String(Substring(utf8[index(points.lowerBound)..<index(points.upperBound)]))
        return TextSpan(field: field, start: points.lowerBound, end: points.upperBound, text: text)
    }

    private func index(_ point: Int) -> String.Index {
        guard point < normal.length else { return utf8.endIndex }
        if utf8.count == normal.length { return utf8.index(utf8.startIndex, offsetBy: point) }
        var index = marks.isEmpty ? utf8.startIndex : utf8.index(utf8.startIndex, offsetBy: Int(marks[point >> 6]))
        var rest = marks.isEmpty ? point : point & 63
        while rest > 0 {
            index = utf8.index(index, offsetBy: Self.width(utf8[index]))
            rest -= 1
        }
        return index
    }

    /// Bytes of the character that a first byte begins.
    private static func width(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }
}
