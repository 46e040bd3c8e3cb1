import NewsModel

/// Finds the event rules whose elements stand in one sentence as the rule asks.
///
/// Made once a worker; the memory is used again for every sentence.
struct RuleMatcher: Sendable {
    /// Words that may stand between two elements joined by `..`.
    static let widestGap: Int32 = 6
    /// Places of one element looked at on each side of an anchor; keeps hostile sentences linear.
    static let widestSearch = 30
    /// How often one rule is tried in one sentence: one that repeats a cue tells nothing new the ninth time.
    private static let mostTries: UInt8 = 8

    let lexicon: CompiledLexicon
    /// The places of each set of terms in the sentence at hand; one cue may stand in dozens of sets.
    var sets = SetPlaces()
    /// How often each rule was tried in the sentence at hand, and which rules were.
    private var tries: [UInt8]
    private var tried: [Int32] = []
    /// The persons of the sentence at hand, once a rule has asked for them.
    var persons: [RuleFiring.Piece] = []
    var knowsPersons = false
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

    private mutating func matchSentence(_ view: SentenceView, _ range: Range<Int>, _ found: inout [RuleFiring]) {
        sets.read(view.analysis.cues, range, lexicon)
        for number in tried { tries[Int(number)] = 0 }
        tried.clear()
        knowsPersons = false
        let index = lexicon.ruleIndex
        let sets = lexicon.anchors.sets
        let anchors = sets.span
        let starts = index.start.span
        let rules = index.rules.span
        for place in range {
            for anchor in lexicon.anchors.range(view.analysis.cues[place].payload) {
                let set = Int(anchors[anchor])
                for entry in Int(starts[set])..<Int(starts[set + 1]) {
                    let rule = Int(rules[entry])
                    guard tries[rule] < Self.mostTries, isTried(rule, index, view) else { continue }
                    if let firing = firing(of: rule, at: place, view) { found.append(firing) }
                }
            }
        }
    }

    /// Counts a try of a rule that may fire; one that may not has had all its tries in this sentence.
    private mutating func isTried(_ rule: Int, _ index: RuleIndex, _ view: SentenceView) -> Bool {
        if tries[rule] == 0 {
            tried.append(Int32(rule))
            guard mayFire(index, rule, view) else {
                tries[rule] = Self.mostTries
                return false
            }
        }
        tries[rule] += 1
        return true
    }

    /// Whether the sentence holds all that a rule needs, wherever it stands.
    @inline(__always)
    private func mayFire(_ index: RuleIndex, _ rule: Int, _ view: SentenceView) -> Bool {
        let need = index.needs[rule]
        if need.mention, view.mentions.isEmpty { return false }
        if need.number, view.analysis.numbers.isEmpty { return false }
        let needed = index.neededSets.span
        for place in Int(need.firstSet)..<Int(need.endSet) where !sets.holds(Int(needed[place])) { return false }
        return true
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

    /// The refusal when a term of `not=` overlaps the match or stands in its clause.
    private func exclusion(_ rule: EventRule, _ anchor: Int, _ view: SentenceView) -> FiringRefusal? {
        guard let set = rule.exclusion, sets.holds(set) else { return nil }
        for index in sets.near(anchor, set: set, width: Self.widestSearch) {
            let piece = view.piece(ofCue: sets.place(index))
            if pieces.contains(where: { $0.start < piece.end && piece.start < $0.end || $0.clause == piece.clause }) {
                return .excluded(start: piece.start, end: piece.end)
            }
        }
        return nil
    }
}
