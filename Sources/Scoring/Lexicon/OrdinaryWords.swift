import TextMatching

/// Words that English texts write with a capital and that name no company: the file en/ordinary.txt.
struct OrdinaryWords: Sendable {
    /// The sections that a word stands in.
    struct Sections: OptionSet, Sendable {
        let rawValue: UInt8
        /// Ends a name.
        static let never = Sections(rawValue: 1 << 0)
        /// Part of a name perhaps, no name by itself.
        static let alone = Sections(rawValue: 1 << 1)
        /// Marks a person beside it; no name by itself either.
        static let jobs = Sections(rawValue: 1 << 2)
        /// Has a price: makes a name of the words before it.
        static let priced = Sections(rawValue: 1 << 3)
        /// Marks the name that it stands in as a firm's.
        static let firm = Sections(rawValue: 1 << 4)

        /// What companies do: marks the name before it as a firm's.
        static let acts = Sections(rawValue: 1 << 5)
        /// A cashtag that means a coin, an index, a currency or a fund.
        static let symbols = Sections(rawValue: 1 << 6)

        fileprivate static let byName: [String: Sections] = [
            "never": .never, "alone": .alone, "jobs": .jobs, "priced": .priced, "firm": .firm, "acts": .acts,
            "symbols": .symbols,
        ]
    }

    var isEmpty: Bool { sections.isEmpty }
    let automaton: PatternAutomaton
    /// Of each word, by its number in the automaton.
    let sections: [Sections]
    /// The words as they were read; empty where a compiled lexicon was loaded, which has marked them already.
    let words: ByteStringTable

    init(automaton: PatternAutomaton, sections: [Sections]) {
        self.automaton = automaton
        self.sections = sections
        words = ByteStringTable()
    }

    /// Reads the lines of the file; words before the first section are reported.
    init(_ lines: [LexiconLine], _ problems: inout [LexiconProblem]) {
        var words = ByteStringTable(capacity: 4096)
        var sections: [Sections] = []
        var section: Sections?
        for line in lines {
            if let head = line.section {
                section = Sections.byName[head.name]
                if section == nil {
                    let known = Sections.byName.keys.sorted().map { "[\($0)]" }.joined(separator: " ")
                    problems.append(line.problem("unknown section [\(head.name)]; there are \(known)"))
                }
                continue
            }
            guard let section else {
                problems.append(line.problem("words before a section; write one of its heads above them"))
                continue
            }
            for word in line.fields {
                let (number, isNew) = words.insert(NormalText.pattern(word))
                if isNew {
                    sections.append(section)
                } else if sections[number].contains(section) {
                    problems.append(line.problem("`\(word)` stands twice in its section; keep one of the two"))
                } else {
                    sections[number].insert(section)
                }
            }
        }
        automaton = PatternAutomaton(words)
        self.words = words
        self.sections = sections
    }

    /// What the file says of a word without its 's, of which the first run of letters and digits has been looked up.
    func sections(of word: Word, _ first: FirstWords.Found?, _ text: NormalText) -> Sections {
        guard let first else { return [] }
        let end = word.stemEnd(in: text)
        return first.end == end ? Sections(rawValue: first.mark) : sections(text.bytes, Int(word.start)..<end)
    }

    /// What the file says of the word at a place of a text, given in the normal form.
    func sections(_ bytes: [UInt8], _ range: Range<Int>) -> Sections {
        var state: UInt32 = 0
        for position in range {
            state = automaton.step(state, bytes[position])
            if state == 0 { return [] }
        }
        let number = automaton.pattern(at: state)
        return number < 0 ? [] : sections[number]
    }
}
