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
            cues: uncovered(analysis.cues, by: spans))
    }

    private func uncovered(_ cues: [TermHit], by spans: [TermHit]) -> [TermHit] {
        // A longer name hides it all the same: Fitch in Fitch Holdings.
        let inside = LongestWins.remove(cues, coveredBy: spans, orEqual: false)
        var outside = LongestWins.remove(inside, coveredBy: spans, orEqual: true)[...]
        if outside.count == inside.count { return inside }
        // What lies outside stands in the same order.
        return inside.filter { hit in
            guard let next = outside.first, next.start == hit.start, next.end == hit.end, next.payload == hit.payload
            else { return lexicon.isName[Int(hit.payload)] }
            outside.removeFirst()
            return true
        }
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
