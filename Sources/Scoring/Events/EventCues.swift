import NewsModel

/// Events add their own score to the sentiment, once each in a field.
struct EventCues {
    let parameters: ScoringParameters

    /// One cue an event, at its first match in the field, in the order of the text.
    func cues(_ events: [EventDraft], _ analysis: TextAnalysis) -> [SentimentCue] {
        if events.isEmpty { return [] }
        return events.compactMap { event -> SentimentCue? in
            guard event.score != 0, let firing = event.firings.first(where: { $0.field == analysis.field }),
                let piece = firing.pieces.last
            else { return nil }
            let weight = event.score * parameters.eventWeight
            return SentimentCue(
                kind: .event, field: analysis.field, start: firing.start, end: firing.end, word: piece.firstWord,
                clause: piece.clause,
                sentence: firing.sentence, source: .rule(firing.rule), base: weight, weight: weight,
                company: event.company)
        }.sorted { ($0.sentence, $0.start) < ($1.sentence, $1.start) }
    }
}
