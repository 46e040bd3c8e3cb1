import NewsModel

/// Finds the event rules whose elements stand in one sentence as the rule asks.
///
/// Made once a worker; the memory is used again for every sentence.
struct RuleMatcher: Sendable {
    /// Words that may stand between two elements joined by `..`.
    static let widestGap: Int32 = 6
    /// Places of one element looked at on each side of an anchor; keeps hostile sentences linear.
    private static let widestSearch = 30
    /// How often one rule is tried in one sentence.
    private static let mostTries: UInt8 = 8

    private let lexicon: CompiledLexicon
    /// The places of each set of terms in the sentence at hand; one cue may stand in dozens of sets.
    private var sets = SetPlaces()
    /// How often each rule was tried in the sentence at hand, and which rules were.
    private var tries: [UInt8]
    private var tried: [Int32] = []
    /// The persons of the sentence at hand, once a rule has asked for them.
    private var persons: [RuleFiring.Piece] = []
    private var knowsPersons = false
    /// The elements found so far of the rule at hand.
    private var pieces: [RuleFiring.Piece] = []

    init(lexicon: CompiledLexicon) {
        self.lexicon = lexicon
        tries = [UInt8](repeating: 0, count: lexicon.rules.count)
    }

    /// Appends every rule that found its elements, excluded ones with the reason.
    mutating func match(_ field: FieldReading, _ companies: ArticleCompanies, into found: inout [RuleFiring]) {
        let analysis = field.analysis
        let cues = analysis.cues
        let mentions =
            companies.areListed ? field.mentions : field.mentions.filter { companies.isFirm($0.company) }
        var first = 0
        while first < cues.count {
            let sentence = analysis.words[Int(cues[first].firstWord)].sentence
            var end = first + 1
            while end < cues.count, analysis.words[Int(cues[end].firstWord)].sentence == sentence { end += 1 }
            let view = SentenceView(
                analysis: analysis, mentions: mentions, companies: companies, sentence: sentence)
            matchSentence(view, first..<end, &found)
            first = end
        }
    }

    /// A sentence with what stands in it beside its cues.
    private struct SentenceView {
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

    private mutating func matchSentence(_ view: SentenceView, _ range: Range<Int>, _ found: inout [RuleFiring]) {
        sets.read(view.analysis.cues, range, lexicon)
        for number in tried { tries[Int(number)] = 0 }
        tried.clear()
        knowsPersons = false
        let index = lexicon.ruleIndex
        for place in range {
            for anchor in lexicon.anchors.range(view.analysis.cues[place].payload) {
                let set = Int(lexicon.anchors.sets[anchor])
                for entry in Int(index.start[set])..<Int(index.start[set + 1]) {
                    let rule = index.rules[entry]
                    // A sentence that repeats a cue tells nothing new the ninth time.
                    guard tries[Int(rule)] < Self.mostTries else { continue }
                    if tries[Int(rule)] == 0 { tried.append(rule) }
                    tries[Int(rule)] += 1
                    guard mayFire(index, Int(rule), view) else { continue }
                    if let firing = firing(of: Int(rule), at: place, view) { found.append(firing) }
                }
            }
        }
    }

    /// Whether the sentence holds all that a rule needs, wherever it stands.
    @inline(__always)
    private func mayFire(_ index: RuleIndex, _ rule: Int, _ view: SentenceView) -> Bool {
        let need = index.needs[rule]
        for place in Int(need.firstSet)..<Int(need.endSet) where !sets.holds(Int(index.neededSets[place])) {
            return false
        }
        if need.mention, view.mentions.isEmpty { return false }
        return !need.number || !view.analysis.numbers.isEmpty
    }

    private mutating func firing(of number: Int, at place: Int, _ view: SentenceView) -> RuleFiring? {
        let rule = lexicon.rules[number]
        guard match(rule, place, view) else { return nil }
        pieces.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        return RuleFiring(
            rule: number, field: view.analysis.field, sentence: Int(view.sentence), pieces: pieces,
            refusal: exclusion(rule, place, view), factLevel: rule.factLevel)
    }

    /// Whether all elements are in place around an anchor; `pieces` then holds them.
    private mutating func match(_ rule: EventRule, _ anchor: Int, _ view: SentenceView) -> Bool {
        pieces.clear()
        guard
            matchChain(rule.chains[rule.anchor.chain], at: rule.anchor.element, view.piece(ofCue: anchor), anchor, view)
        else { return false }
        for (number, chain) in rule.chains.enumerated() where number != rule.anchor.chain {
            guard matchAnywhere(chain, anchor, view) else { return false }
        }
        return true
    }

    /// Goes left and right from one element that is in place; where an element is missing, `pieces` is left as it was.
    private mutating func matchChain(
        _ chain: [RuleElement], at place: Int, _ piece: RuleFiring.Piece, _ anchor: Int, _ view: SentenceView
    ) -> Bool {
        let before = pieces.count
        pieces.append(piece)
        var current = piece
        for index in stride(from: place - 1, through: 0, by: -1) {
            guard let next = nearest(chain[index], to: current, .before, anchor, view) else {
                pieces.removeLast(pieces.count - before)
                return false
            }
            pieces.append(next)
            current = next
        }
        current = piece
        for index in (place + 1)..<max(place + 1, chain.count) {
            guard let next = nearest(chain[index], to: current, .after, anchor, view) else {
                pieces.removeLast(pieces.count - before)
                return false
            }
            pieces.append(next)
            current = next
        }
        return true
    }

    /// The other part of `A & B`: anywhere in the sentence.
    private mutating func matchAnywhere(_ chain: [RuleElement], _ anchor: Int, _ view: SentenceView) -> Bool {
        guard let last = chain.last else { return false }
        var candidates = candidates(last, anchor, view)
        while let candidate = next(&candidates, view) {
            if matchChain(chain, at: chain.count - 1, candidate, anchor, view) { return true }
        }
        return false
    }

    private enum Side {
        case before, after
    }

    /// The place of an element nearest to a piece on one side of it, at most `widestGap` words away.
    private mutating func nearest(
        _ element: RuleElement, to piece: RuleFiring.Piece, _ side: Side, _ anchor: Int, _ view: SentenceView
    ) -> RuleFiring.Piece? {
        var best: RuleFiring.Piece?
        var candidates = candidates(element, anchor, view)
        while let other = next(&candidates, view) {
            let isAllowed =
                switch side {
                case .before: other.end <= piece.start && piece.firstWord - other.lastWord - 1 <= Self.widestGap
                case .after: other.start >= piece.end && other.firstWord - piece.lastWord - 1 <= Self.widestGap
                }
            guard isAllowed else { continue }
            if let best, abs(other.start - piece.start) >= abs(best.start - piece.start) { continue }
            best = other
        }
        return best
    }

    /// The reason when a term of `not=` overlaps the match or stands in its clause.
    private func exclusion(_ rule: EventRule, _ anchor: Int, _ view: SentenceView) -> String? {
        guard let set = rule.exclusion, sets.holds(set) else { return nil }
        for index in sets.near(anchor, set: set, width: Self.widestSearch) {
            let piece = view.piece(ofCue: sets.place(index))
            if pieces.contains(where: { $0.start < piece.end && piece.start < $0.end || $0.clause == piece.clause }) {
                let bytes = view.analysis.text.bytes[Int(piece.start)..<Int(piece.end)]
                return "excluded by \(String(decoding: bytes, as: UTF8.self))"
            }
        }
        return nil
    }
}

// MARK: - Where an element stands

extension RuleMatcher {
    /// What is left to look at of an element's places in the sentence, in the order of the text: those nearest to the
    /// anchor.
    private struct Candidates {
        let element: RuleElement
        var left: Range<Int>
    }

    private mutating func candidates(_ element: RuleElement, _ anchor: Int, _ view: SentenceView) -> Candidates {
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

    private func next(_ candidates: inout Candidates, _ view: SentenceView) -> RuleFiring.Piece? {
        while let index = candidates.left.first {
            candidates.left = index + 1..<candidates.left.upperBound
            switch candidates.element {
            case .cues: return view.piece(ofCue: sets.place(index))
            case .person: return persons[index]
            case .company, .rater:
                let mention = view.mentions[index]
                let isRater = view.companies.isRater(mention.company)
                if isRater != (candidates.element == .rater) { continue }
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
