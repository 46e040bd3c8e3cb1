import NewsModel

/// An article's text by code points, as spans index it, for looking around an event's evidence.
struct EventContext {
    let record: ScoredRecord
    private let title: [Unicode.Scalar]
    private let body: [Unicode.Scalar]

    /// Code points of the body that are looked at; what stands later is background.
    private static let longestBody = 20_000
    /// Code points on each side of the evidence, where no sentence ends before.
    private static let reach = 160

    init(article: Article, record: ScoredRecord) {
        self.record = record
        title = Array(article.title.unicodeScalars.prefix(1000))
        // Where the body was extracted the spans index the record's text.
        body = Array((record.text ?? article.body).unicodeScalars.prefix(Self.longestBody))
    }

    /// The sentences that hold an event's evidence.
    func sentences(of event: NewsEvent) -> [Sentence] {
        var sentences: [Sentence] = []
        for span in event.evidence.map(\.span) {
            guard let sentence = sentence(around: span), !sentences.contains(sentence) else { continue }
            sentences.append(sentence)
        }
        return sentences
    }

    private func sentence(around span: TextSpan) -> Sentence? {
        let text = span.field == .title ? title : body
        guard span.start >= 0, span.start <= span.end, span.end <= text.count else { return nil }
        var start = span.start
        while start > 0, span.start - start < Self.reach, !Self.ends(text, at: start - 1) { start -= 1 }
        var end = span.end
        while end < text.count, end - span.end < Self.reach, !Self.ends(text, at: end) { end += 1 }
        return Sentence(field: span.field, start: start, scalars: Array(text[start..<end]))
    }

    /// True where a sentence ends: a line break, or a stop before a blank. The stop of 3.5 ends none.
    private static func ends(_ text: [Unicode.Scalar], at place: Int) -> Bool {
        switch text[place] {
        case "\n", "。": true
        case ".", "!", "?": place + 1 >= text.count || text[place + 1] == " " || text[place + 1] == "\n"
        default: false
        }
    }
}

/// A sentence of a title or a body, with its place there in code points.
struct Sentence: Hashable {
    let field: TextField
    let start: Int
    let scalars: [Unicode.Scalar]

    func holds(_ span: TextSpan) -> Bool {
        span.field == field && span.start >= start && span.end <= start + scalars.count
    }
}
