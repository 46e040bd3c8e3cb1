import NewsModel

/// Where the elements of a rule stand in the sentence at hand.
extension RuleMatcher {
    /// What is left to look at of an element's places in the sentence, in the order of the text: those nearest to the
    /// anchor.
    struct Candidates {
        let element: RuleElement
        var left: Range<Int>
    }

    mutating func candidates(_ element: RuleElement, _ anchor: Int, _ view: SentenceView) -> Candidates {
        let range: Range<Int>
        switch element {
        case .cues(let set): range = sets.near(anchor, set: set, width: Self.widestSearch)
        case .company, .rater:
            range = Self.first(view.mentions.inSentence(Int(view.sentence), \.sentence))
        case .person:
            findPersons(view)
            range = persons.indices
        case .number, .percent, .money:
            range = Self.first(view.analysis.numbers(in: Int(view.sentence)))
        }
        return Candidates(element: element, left: range)
    }

    private static func first(_ slice: ArraySlice<some Any>) -> Range<Int> {
        slice.startIndex..<min(slice.endIndex, slice.startIndex + widestSearch)
    }

    func next(_ candidates: inout Candidates, _ view: SentenceView) -> RuleFiring.Piece? {
        while let index = candidates.left.first {
            candidates.left = index + 1..<candidates.left.upperBound
            switch candidates.element {
            case .cues: return view.piece(ofCue: sets.place(index))
            case .person: return persons[index]
            case .company, .rater:
                let mention = view.mentions[index]
                if isRater(mention, view) != (candidates.element == .rater) { continue }
                return view.piece(
                    start: mention.start, end: mention.end, first: mention.firstWord, last: mention.lastWord)
            case .number, .percent, .money:
                let number = view.analysis.numbers[index]
                if isWanted(number, candidates.element) {
                    return view.piece(
                        start: Int32(number.start), end: Int32(number.end), first: Int32(number.word),
                        last: Int32(number.word))
                }
            }
        }
        return nil
    }

    /// A broker that its sentence marks with its own cashtag is what the sentence speaks of: `$BCS - Barclays: cheap`.
    private func isRater(_ mention: CompanyMention, _ view: SentenceView) -> Bool {
        guard view.companies.isRater(mention.company) else { return false }
        guard view.analysis.text.kinds & CharacterClass.codeSign != 0 else { return true }
        let near = view.mentions.inSentence(Int(view.sentence), \.sentence).prefix(Self.widestSearch)
        return !near.contains {
            $0.company == mention.company && view.analysis.text.bytes[Int($0.start)] == UInt8(ascii: "$")
        }
    }

    private func isWanted(_ number: NumberToken, _ element: RuleElement) -> Bool {
        switch element {
        case .percent: number.isPercent
        case .money: number.isMoney
        default: !number.isDate
        }
    }

    private mutating func findPersons(_ view: SentenceView) {
        if knowsPersons { return }
        knowsPersons = true
        persons.clear()
        let finder = PersonFinder(
            analysis: view.analysis,
            mentions: view.mentions.inSentence(Int(view.sentence), \.sentence)
                .filter { !view.companies.isFound($0.company) })
        for number in finder.words(in: Int(view.sentence)).prefix(Self.widestSearch) {
            let word = view.analysis.words[number]
            persons.append(view.piece(start: word.start, end: word.end, first: Int32(number), last: Int32(number)))
        }
    }
}
