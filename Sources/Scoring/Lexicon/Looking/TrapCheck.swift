import NewsModel

/// Korean terms that are found inside a word of another meaning.
///
/// A stem is found where particles or endings can be read after it: 불/n (fire) in 불만, read 불+만 (only fire), though
/// 불만/n (complaint) is a word. The lexicons themselves tell which words there are. A term T is a trap where
/// - another entry of any file is one word W in Hangul with the mark of a noun, longer than T;
/// - the scorer finds T at the start of W, and what is left of W reads as particles or endings. Suffixes of nouns and 하다
///   are no trap (적자폭 is an 적자), nor are 가 (price) and 자 (person): 공모가 is still about the 공모;
/// - nothing excludes it: T counts in W alone, as no longer entry of T's kind, no `| 0` and no line of `[none]` hides it;
/// - and, where T is a cue, events.txt does not name W itself: rules that know W see it beside T.
struct TrapCheck {
    private let index: LexiconIndex
    /// The words that events.txt names.
    private let named: Set<String>
    /// Each one-word entry, and where it is first written.
    private var words: [(word: String, rule: String)] = []

    static func problems(_ index: LexiconIndex) -> [LexiconProblem] {
        let check = TrapCheck(index)
        return check.words.flatMap { check.traps(in: $0.word, $0.rule) }
    }

    private init(_ index: LexiconIndex) {
        self.index = index
        named = Set(index.cues.compactMap { Self.word($0.cue.term) })
        let terms = index.lexicon.sentimentTerms.filter { $0.language == .korean }.map { ($0.term, $0.rule) }
        let cues = index.cues.filter { $0.language == .korean }.map { ($0.cue.term, $0.cue.line.rule) }
        var seen: Set<String> = []
        for (term, rule) in terms + cues {
            guard let word = Self.word(term), seen.insert(word).inserted else { continue }
            words.append((word, rule))
        }
    }

    /// The word of a term that is marked as one noun in Hangul; nil for others.
    private static func word(_ term: String) -> String? {
        guard let syntax = try? TermSyntax(term), syntax.sequences.count == 1, syntax.sequences[0].count == 1 else {
            return nil
        }
        let word = syntax.sequences[0][0]
        guard !word.isSuffix, word.mark == .noun || word.mark == .action,
            word.text.unicodeScalars.allSatisfy({ Syllable.isSyllable($0.value) })
        else { return nil }
        return word.text
    }

    private func traps(in word: String, _ rule: String) -> [LexiconProblem] {
        let analysis = TextAnalysis(word, field: .title, lexicon: index.lexicon, language: .korean)
        func isTrap(_ hit: TermHit) -> Bool {
            guard hit.start == 0, Int(hit.end) < analysis.text.bytes.count,
                let ending = WordEnding(analysis.text, Int(hit.end), index.lexicon.tails)
            else { return false }
            let rest = String(decoding: analysis.text.bytes[Int(hit.end)...], as: UTF8.self)
            return ending.tails.isDisjoint(with: [.empty, .nounSuffix, .lightVerb]) && rest != "가" && rest != "자"
        }
        var problems: [LexiconProblem] = []
        for hit in analysis.sentiment where isTrap(hit) {
            let term = index.lexicon.sentimentTerms[Int(hit.payload)]
            problems.append(problem(term.rule, term.term, word, rule, analysis.text, hit))
        }
        if named.contains(word) { return problems }
        for hit in analysis.cues where isTrap(hit) {
            guard let cue = index.places[Int(hit.payload)].first else { continue }
            problems.append(problem(cue.line.rule, cue.term, word, rule, analysis.text, hit))
        }
        return problems
    }

    private func problem(
        _ rule: String, _ term: String, _ word: String, _ wordRule: String, _ text: NormalText, _ hit: TermHit
    ) -> LexiconProblem {
        let rest = String(decoding: text.bytes[Int(hit.end)...], as: UTF8.self)
        return LexiconProblem(
            rule: rule,
            message: "`\(term)` is found in \(word) (\(wordRule)), where \(rest) reads as its ending; "
                + "write a longer form, mark it /x, or exclude it with `\(word) | 0` or a line of [none]")
    }
}
