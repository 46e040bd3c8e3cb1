import NewsModel

/// Terms of the sentiment files that are a company's name, which hides them, so that they never count.
///
/// Names that are common words too are left out: where they are no company, the term counts. A term is looked at as it is
/// written, capitals and all. Cues are not hidden so.
struct NameCheck {
    private let lexicon: CompiledLexicon

    static func problems(_ index: LexiconIndex) -> [LexiconProblem] {
        let check = NameCheck(lexicon: index.lexicon)
        return index.lexicon.sentimentTerms.filter { $0.meaning != .polarity(0) }.flatMap { term in
            check.names(in: term.term, term.language).map { LexiconProblem(rule: term.rule, message: message($0)) }
        }
    }

    private static func message(_ name: String) -> String {
        "`\(name)` never counts: it is a company's name, which hides what stands in it; write a longer form"
    }

    /// The alternatives of a term that are names from end to end.
    private func names(in term: String, _ language: Language) -> [String] {
        guard let syntax = try? TermSyntax(term) else { return [] }
        return syntax.sequences.map { $0.map(\.text).joined(separator: " ") }.filter { isName($0, language) }
    }

    private func isName(_ text: String, _ language: Language) -> Bool {
        let analysis = TextAnalysis(text, field: .title, lexicon: lexicon, language: language)
        return CompanyFinder(lexicon: lexicon).mentions(in: analysis).contains {
            $0.start == 0 && Int($0.end) == analysis.text.bytes.count
        }
    }
}
