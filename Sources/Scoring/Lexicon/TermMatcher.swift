import NewsModel

/// Finds terms in texts as the scorer would, for authors of terms (`lexicon match`).
public struct TermMatcher: Sendable {
    private let terms: [String]
    private let lexicon: CompiledLexicon

    /// - Throws: `LexiconError` with the line (counted from 1) of every term that cannot be read.
    public init(terms: [String]) throws(LexiconError) {
        var problems: [LexiconProblem] = []
        var builder = LexiconBuilder(keepsEntries: true)
        for (index, term) in terms.enumerated() {
            if let problem = builder.addTerm(term, payload: index) {
                problems.append(LexiconProblem(file: "terms", line: index + 1, message: problem))
            }
        }
        guard problems.isEmpty else { throw LexiconError(problems: problems) }
        self.terms = terms
        lexicon = CompiledLexicon(builder, hash: "")
    }

    /// Every place where a term is matched: the term as given, and its start in code points, in the order of the text.
    public func matches(in text: String) -> [(term: String, start: Int)] {
        let normal = NormalText(text)
        let words = WordScanner(normal).words
        var found: [(term: String, start: Int, end: Int32)] = []
        for language in [Language.korean, .english] {
            var scanner = TermScanner()
            scanner.scan(normal, words, lexicon, language)
            for hit in scanner.cues {
                let start = normal.codePoints(Int(hit.start)..<Int(hit.end)).lowerBound
                if found.contains(where: { $0.term == terms[Int(hit.payload)] && $0.start == start }) { continue }
                found.append((terms[Int(hit.payload)], start, hit.end))
            }
        }
        return found.sorted { ($0.start, $0.end, $0.term) < ($1.start, $1.end, $1.term) }.map { ($0.term, $0.start) }
    }
}
