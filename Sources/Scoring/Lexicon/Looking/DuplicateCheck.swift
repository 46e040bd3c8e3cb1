import NewsModel

/// Entries that say what another says already, or that contradict it.
struct DuplicateCheck {
    /// Two sentiment terms with the same written forms, a term twice in a set, a rule twice for a type.
    static func problems(_ index: LexiconIndex, _ files: LexiconFiles) -> [LexiconProblem] {
        sameForms(index.lexicon.sentimentTerms) + sameInSet(index) + sameRule(files)
    }

    private static func sameForms(_ terms: [SentimentTerm]) -> [LexiconProblem] {
        var known: [Set<Surface>: SentimentTerm] = [:]
        var problems: [LexiconProblem] = []
        for term in terms {
            guard let syntax = try? TermSyntax(term.term), let forms = try? TermExpansion.surfaces(of: syntax) else {
                continue
            }
            // The same letters are different terms in the two languages.
            let mark = Surface(bytes: Array(term.language.rawValue.utf8), tail: [], isSuffix: false, isVerb: false)
            let key = Set(forms).union([mark])
            if let first = known[key] {
                problems.append(
                    LexiconProblem(
                        rule: term.rule,
                        message:
                            "`\(term.term)` has the written forms of `\(first.term)` at \(first.rule); keep one of the two"
                    ))
            } else {
                known[key] = term
            }
        }
        return problems
    }

    private static func sameInSet(_ index: LexiconIndex) -> [LexiconProblem] {
        struct Key: Hashable {
            let rule: String
            let place: WrittenCue.Place
            let term: String
        }
        var seen: Set<Key> = []
        var problems: [LexiconProblem] = []
        for (cue, _, _) in index.cues {
            switch cue.place {
            case .rule: continue
            default: break
            }
            if !seen.insert(Key(rule: cue.line.rule, place: cue.place, term: cue.term)).inserted {
                problems.append(cue.line.problem("`\(cue.term)` stands twice in this line; keep one"))
            }
        }
        return problems
    }

    private static func sameRule(_ files: LexiconFiles) -> [LexiconProblem] {
        var problems: [LexiconProblem] = []
        for language in LexiconFiles.languages {
            var section = ""
            var seen: [String: LexiconLine] = [:]
            for line in files.lines["\(language)/events.txt"] ?? []
            where !line.term.hasPrefix("@") || line.term.contains(" .. ") {
                if let head = line.section {
                    section = head.name
                    continue
                }
                if let first = seen.updateValue(line, forKey: section + "\n" + line.term) {
                    problems.append(
                        line.problem(
                            "`\(line.term)` stands already in [\(section)] at \(first.rule); keep one of the two"))
                }
            }
        }
        return problems
    }
}

extension LexiconProblem {
    /// - Parameter rule: `FILE:LINE`.
    init(rule: String, message: String) {
        let colon = rule.lastIndex(of: ":") ?? rule.endIndex
        self.init(
            file: String(rule[..<colon]), line: Int(rule[colon...].dropFirst()) ?? 0, message: message)
    }
}
