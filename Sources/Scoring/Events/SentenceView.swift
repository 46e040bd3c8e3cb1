import NewsModel

/// A sentence with what stands in it beside its cues.
struct SentenceView {
    let analysis: TextAnalysis
    let mentions: [CompanyMention]
    let companies: ArticleCompanies
    let sentence: Int32

    /// A cue of the field as a piece.
    func piece(ofCue place: Int) -> RuleFiring.Piece {
        let hit = analysis.cues[place]
        return piece(start: hit.start, end: hit.end, first: hit.firstWord, last: hit.lastWord)
    }

    func piece(start: Int32, end: Int32, first: Int32, last: Int32) -> RuleFiring.Piece {
        RuleFiring.Piece(
            start: start, end: end, firstWord: first, lastWord: last, clause: analysis.clause(of: first))
    }
}
