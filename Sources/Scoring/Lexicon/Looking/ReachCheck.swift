import NewsModel

/// Terms that can never count: the scorer does not find them in any of their own written forms.
///
/// What only excludes is left out: where `[none]` hides an exclusion, it hides the cue in it too.
struct ReachCheck {
    private let lexicon: CompiledLexicon

    static func problems(_ index: LexiconIndex) -> [LexiconProblem] {
        let check = ReachCheck(lexicon: index.lexicon)
        var problems: [LexiconProblem] = []
        for (number, term) in index.lexicon.sentimentTerms.enumerated() {
            let isHiding = term.meaning == .polarity(0)
            let isFound = check.isFound(term.term, term.language) { scanner, settled in
                isHiding
                    ? scanner.hidden.contains { $0.payload == Int32(number) }
                    : settled.sentiment.contains { $0.payload == Int32(number) }
            }
            if !isFound { problems.append(LexiconProblem(rule: term.rule, message: message(term.term))) }
        }
        var seen: Set<Int> = []
        for (cue, number, language) in index.cues where !index.onlyExcludes(number) && seen.insert(number).inserted {
            let isFound = check.isFound(cue.term, language) { _, settled in
                settled.cues.contains { $0.payload == Int32(number) }
            }
            if !isFound { problems.append(cue.line.problem(message(cue.term))) }
        }
        return problems
    }

    private static func message(_ term: String) -> String {
        "`\(term)` never counts: alone in a text it is not found, or another entry covers it (see `newsward lexicon find`)"
    }

    private func isFound(_ term: String, _ language: Language, _ holds: (TermScanner, TextAnalysis) -> Bool) -> Bool {
        guard let syntax = try? TermSyntax(term), let forms = try? TermExpansion.surfaces(of: syntax) else {
            return true
        }
        // A form that cannot stand alone needs an ending, which a form beside it has.
        return forms.contains { form in
            guard form.tail.contains(.empty) else { return false }
            let text = String(decoding: form.bytes, as: UTF8.self)
            let normal = NormalText(text)
            var scanner = TermScanner()
            scanner.scan(normal, WordScanner(normal).words, lexicon, language)
            return holds(scanner, TextAnalysis(text, field: .title, lexicon: lexicon, language: language))
        }
    }
}
