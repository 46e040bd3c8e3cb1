import NewsModel

/// A company's name at a place of one field.
struct CompanyMention: Sendable {
    /// Index into the lexicon's companies.
    var company: Int
    /// Byte offsets of the name in the normal form, particles after it excluded.
    var start: Int32
    var end: Int32
    var firstWord: Int32
    var lastWord: Int32
    /// Number of the sentence in its field.
    var sentence: Int
    /// A former employer, a company named for comparison: mentioned at most.
    var isInPassing: Bool
    /// Stands in the signature of a headline: `...: Angel Broking`.
    var isSpeaker = false
}

extension CompanyMention {
    /// A mention where a name was found.
    init(of company: Int, at hit: TermHit, in analysis: TextAnalysis, isSpeaker: Bool = false) {
        self.init(
            company: company, start: hit.start, end: hit.end, firstWord: hit.firstWord, lastWord: hit.lastWord,
            sentence: analysis.sentence(of: hit.firstWord), isInPassing: PassingMention.holds(hit, analysis),
            isSpeaker: isSpeaker)
    }
}
