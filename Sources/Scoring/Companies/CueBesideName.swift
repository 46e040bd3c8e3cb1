import NewsModel

/// Tells a brand from a common word by what stands right beside it in English: `Apple sued`, `probe into Apple`.
///
/// Only for the names in `[brands]` of context.txt: `Here are ...` and `Pool falls` would pass the same test.
/// A cue of an event rule or a term of the sentiment files must touch the name, with nothing but small linking words
/// between. Elsewhere in the sentence it says nothing: `Apple pie wins a prize`. A capitalised neighbour that is no
/// cue makes the name a part of a longer one: `Meta Materials`, `Jim Rogers`.
struct CueBesideName {
    private let analysis: TextAnalysis
    /// Word by word whether a term begins or ends with it.
    private var begins: [Bool]
    private var ends: [Bool]

    /// Linking words between a name and its cue.
    private static let mostLinks = 3

    private static let links = WordList([
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "could", "may",
        "might", "must", "to", "of", "on", "in", "into", "at", "by", "for", "from", "over", "with", "against", "as",
        "the", "a", "an", "its", "also", "again", "s", "and", "after", "still", "just",
    ])

    init(lexicon: CompiledLexicon, analysis: TextAnalysis) {
        self.analysis = analysis
        begins = [Bool](repeating: false, count: analysis.words.count)
        ends = begins
        for hit in analysis.cues where Self.opensRule(hit, lexicon) { add(hit) }
        for hit in analysis.sentiment {
            switch lexicon.sentimentTerms[Int(hit.payload)].meaning {
            case .polarity, .direction: add(hit)
            case .metric, .modifier: break
            }
        }
    }

    func marks(_ name: TermHit) -> Bool {
        // `price target raised`: the name is itself a word of a term.
        if isHyphened(name) || begins[Int(name.firstWord)] || ends[Int(name.lastWord)] { return false }
        let sentence = analysis.sentences[analysis.sentence(of: name.firstWord)].words
        let before = Int(name.firstWord) - 1
        let after = Int(name.lastWord) + 1
        if sentence.contains(before), !ends[before], isCapital(before), touches(before) { return false }
        if sentence.contains(after), touches(after - 1) {
            if begins[after] { return true }
            // Another noun right after it: `Apple pie`, `Apple Hospitality`.
            if !isLink(after) { return false }
        }
        return reaches(from: after, by: 1, in: sentence, begins) || reaches(from: before, by: -1, in: sentence, ends)
    }

    /// Whether a term is the first thing on one side, linking words left out.
    private func reaches(from first: Int, by step: Int, in sentence: Range<Int>, _ terms: [Bool]) -> Bool {
        var word = first
        for _ in 0...Self.mostLinks where sentence.contains(word) {
            if terms[word] { return true }
            if !isLink(word) { return false }
            word += step
        }
        return false
    }

    private mutating func add(_ hit: TermHit) {
        begins[Int(hit.firstWord)] = true
        ends[Int(hit.lastWord)] = true
    }

    /// Words that only keep rules from firing say nothing about companies.
    private static func opensRule(_ hit: TermHit, _ lexicon: CompiledLexicon) -> Bool {
        !lexicon.anchors.range(hit.payload).isEmpty
    }

    private func isLink(_ word: Int) -> Bool {
        Self.links.contains(analysis.text, range(word))
    }

    private func isCapital(_ word: Int) -> Bool {
        let start = Int(analysis.words[word].start)
        return analysis.text.flags[start] & CharacterClass.capital != 0
    }

    /// One space and no sign between a word and the next.
    private func touches(_ word: Int) -> Bool {
        analysis.words.indices.contains(word + 1) && analysis.words[word + 1].start - analysis.words[word].end == 1
    }

    /// `Ford-like`, `pre-Apple`.
    private func isHyphened(_ name: TermHit) -> Bool {
        let bytes = analysis.text.bytes
        let hyphen = UInt8(ascii: "-")
        return (name.start > 0 && bytes[Int(name.start) - 1] == hyphen)
            || (Int(name.end) < bytes.count && bytes[Int(name.end)] == hyphen)
    }

    private func range(_ word: Int) -> Range<Int> {
        Int(analysis.words[word].start)..<Int(analysis.words[word].end)
    }
}
