/// A company's name hides the terms inside it: Best Buy is no praise, 상승바이오 no rise. A cue that is the name itself
/// stays, as its rule means the company: `Fitch .. downgrade/v`.
struct NameCover {
    let lexicon: CompiledLexicon

    func uncovered(_ analysis: TextAnalysis, by mentions: [CompanyMention]) -> TextAnalysis {
        guard !mentions.isEmpty else { return analysis }
        if Self.isClear(analysis.sentiment, mentions), Self.isClear(analysis.cues, mentions) { return analysis }
        let spans = mentions.map {
            TermHit(
                payload: 0, start: $0.start, end: $0.end, tailEnd: $0.end, firstWord: $0.firstWord,
                lastWord: $0.lastWord)
        }
        return TextAnalysis(
            analysis, sentiment: LongestWins.remove(analysis.sentiment, coveredBy: spans, orEqual: true),
            // A longer name hides a name all the same: Fitch in Fitch Holdings.
            cues: LongestWins.remove(analysis.cues, coveredBy: spans) { !lexicon.isName[Int($0.payload)] })
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
