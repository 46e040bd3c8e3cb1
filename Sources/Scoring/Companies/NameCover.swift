/// A company's name hides the terms inside it: Best Buy is no praise, 상승바이오 no rise.
enum NameCover {
    static func uncovered(_ analysis: TextAnalysis, by mentions: [CompanyMention]) -> TextAnalysis {
        guard !mentions.isEmpty else { return analysis }
        if isClear(analysis.sentiment, mentions), isClear(analysis.cues, mentions) { return analysis }
        let spans = mentions.map {
            TermHit(
                payload: 0, start: $0.start, end: $0.end, tailEnd: $0.end, firstWord: $0.firstWord,
                lastWord: $0.lastWord)
        }
        return TextAnalysis(
            analysis, sentiment: LongestWins.remove(analysis.sentiment, coveredBy: spans, orEqual: true),
            cues: LongestWins.remove(analysis.cues, coveredBy: spans, orEqual: true))
    }

    /// Whether no name touches a term; both are in the order of the text.
    private static func isClear(_ hits: [TermHit], _ mentions: [CompanyMention]) -> Bool {
        var next = 0
        for hit in hits {
            while next < mentions.count, mentions[next].end <= hit.start { next += 1 }
            if next < mentions.count, mentions[next].start < hit.end { return false }
        }
        return true
    }
}
