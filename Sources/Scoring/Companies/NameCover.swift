/// A company's name hides the terms inside it: Best Buy is no praise, 상승바이오 no rise.
enum NameCover {
    static func uncovered(_ analysis: TextAnalysis, by mentions: [CompanyMention]) -> TextAnalysis {
        guard !mentions.isEmpty else { return analysis }
        let spans = mentions.map {
            TermHit(
                payload: 0, start: $0.start, end: $0.end, tailEnd: $0.end, firstWord: $0.firstWord,
                lastWord: $0.lastWord)
        }
        func isClear(_ hits: [TermHit]) -> Bool { !hits.contains { hit in spans.contains(where: hit.overlaps) } }
        if spans.count < 4, isClear(analysis.sentiment), isClear(analysis.cues) { return analysis }
        return TextAnalysis(
            analysis, sentiment: LongestWins.remove(analysis.sentiment, coveredBy: spans, orEqual: true),
            cues: LongestWins.remove(analysis.cues, coveredBy: spans, orEqual: true))
    }
}
