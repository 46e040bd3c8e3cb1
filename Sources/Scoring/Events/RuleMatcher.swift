import NewsModel

/// Finds the event rules whose elements stand in one sentence as the rule asks.
struct RuleMatcher {
    /// Words that may stand between two elements joined by `..`.
    static let widestGap: Int32 = 6
    /// Places of one element looked at on each side of an anchor; keeps hostile sentences linear.
    private static let widestSearch = 30
    /// How often one rule is tried in one sentence.
    private static let mostTries = 8

    private let lexicon: CompiledLexicon
    private let analysis: TextAnalysis
    private let companies: ArticleCompanies
    private let mentions: [CompanyMention]
    /// The cues of the field, in the order of the text.
    private let places: [Place]
    /// The places of each set of terms; one cue may stand in dozens of sets.
    private let sets: SetPlaces

    private struct Place {
        var cue: Int32
        var sentence: Int32
        var piece: RuleFiring.Piece
    }

    init(
        lexicon: CompiledLexicon, companies: ArticleCompanies, analysis: TextAnalysis, mentions: [CompanyMention]
    ) {
        self.lexicon = lexicon
        self.companies = companies
        self.analysis = analysis
        self.mentions = mentions.filter { companies.isFirm($0.company) }
        places = analysis.cues.map { hit in
            Place(
                cue: hit.payload, sentence: analysis.words[Int(hit.firstWord)].sentence,
                piece: RuleFiring.Piece(
                    start: hit.start, end: hit.end, firstWord: hit.firstWord, lastWord: hit.lastWord,
                    clause: analysis.clause(of: hit.firstWord)))
        }
        sets = SetPlaces(lexicon: lexicon, cues: places.map(\.cue))
    }

    /// Every rule that found its elements, excluded ones with the reason.
    func firings() -> [RuleFiring] {
        var found: [RuleFiring] = []
        var tries: [Int32: Int] = [:]
        for index in places.indices {
            if index > 0, places[index].sentence != places[index - 1].sentence {
                tries.removeAll(keepingCapacity: true)
            }
            for set in lexicon.sets(ofCue: places[index].cue) {
                for number in lexicon.rulesByAnchor[Int(set)] {
                    // A sentence that repeats a cue tells nothing new the ninth time.
                    let count = tries[number, default: 0]
                    guard count < Self.mostTries else { continue }
                    tries[number] = count + 1
                    if let firing = firing(of: number, at: index) { found.append(firing) }
                }
            }
        }
        return found
    }

    /// Whether a word that stands for a company is in the sentence.
    func hasParty(sentence: Int) -> Bool {
        sets.places(of: lexicon.partySet).contains { places[Int($0)].sentence == Int32(sentence) }
    }

    private func firing(of number: Int32, at index: Int) -> RuleFiring? {
        let rule = lexicon.rules[Int(number)]
        guard let pieces = match(rule, index) else { return nil }
        var firing = RuleFiring(
            rule: Int(number), field: analysis.field, sentence: Int(places[index].sentence),
            pieces: pieces.sorted { ($0.start, $0.end) < ($1.start, $1.end) }, refusal: nil,
            factLevel: rule.factLevel)
        firing.refusal = exclusion(rule, firing, index)
        return firing
    }

    private func match(_ rule: EventRule, _ anchorIndex: Int) -> [RuleFiring.Piece]? {
        let anchor = places[anchorIndex]
        guard
            var pieces = matchChain(rule.chains[rule.anchor.chain], at: rule.anchor.element, anchor.piece, anchorIndex)
        else { return nil }
        for (number, chain) in rule.chains.enumerated() where number != rule.anchor.chain {
            guard let more = matchAnywhere(chain, anchorIndex) else { return nil }
            pieces += more
        }
        return pieces
    }

    /// Goes left and right from one element that is in place.
    private func matchChain(
        _ chain: [RuleElement], at place: Int, _ piece: RuleFiring.Piece, _ anchorIndex: Int
    ) -> [RuleFiring.Piece]? {
        var pieces = [piece]
        var current = piece
        for index in stride(from: place - 1, through: 0, by: -1) {
            guard
                let next = nearest(
                    chain[index], anchorIndex,
                    { other in
                        other.end <= current.start && current.firstWord - other.lastWord - 1 <= Self.widestGap
                    }, from: current)
            else { return nil }
            pieces.append(next)
            current = next
        }
        current = piece
        for index in (place + 1)..<max(place + 1, chain.count) {
            guard
                let next = nearest(
                    chain[index], anchorIndex,
                    { other in
                        other.start >= current.end && other.firstWord - current.lastWord - 1 <= Self.widestGap
                    }, from: current)
            else { return nil }
            pieces.append(next)
            current = next
        }
        return pieces
    }

    /// The other part of `A & B`: anywhere in the sentence.
    private func matchAnywhere(_ chain: [RuleElement], _ anchorIndex: Int) -> [RuleFiring.Piece]? {
        guard let last = chain.last else { return nil }
        for candidate in candidates(last, anchorIndex) {
            if let pieces = matchChain(chain, at: chain.count - 1, candidate, anchorIndex) { return pieces }
        }
        return nil
    }

    private func nearest(
        _ element: RuleElement, _ anchorIndex: Int, _ allowed: (RuleFiring.Piece) -> Bool, from piece: RuleFiring.Piece
    ) -> RuleFiring.Piece? {
        var best: RuleFiring.Piece?
        for candidate in candidates(element, anchorIndex) where allowed(candidate) {
            let distance = abs(candidate.start - piece.start)
            if best.map({ distance < abs($0.start - piece.start) }) ?? true { best = candidate }
        }
        return best
    }

    /// Where an element stands in the anchor's sentence, in the order of the text: the places nearest to the anchor.
    private func candidates(_ element: RuleElement, _ anchorIndex: Int) -> [RuleFiring.Piece] {
        let sentence = places[anchorIndex].sentence
        switch element {
        case .cues(let set):
            return sets.near(anchorIndex, set: set, width: Self.widestSearch).map { places[Int($0)] }
                .filter { $0.sentence == sentence }.map(\.piece)
        case .company: return companies(sentence, raters: false)
        case .rater: return companies(sentence, raters: true)
        case .person: return persons(sentence)
        case .number: return numbers(sentence) { !$0.isDate }
        case .percent: return numbers(sentence) { $0.isPercent }
        case .money: return numbers(sentence) { $0.isMoney }
        }
    }

    private func companies(_ sentence: Int32, raters: Bool) -> [RuleFiring.Piece] {
        mentions.inSentence(Int(sentence), \.sentence).prefix(Self.widestSearch)
            .filter { companies.isRater($0.company) == raters }
            .map { piece(start: $0.start, end: $0.end, first: $0.firstWord, last: $0.lastWord) }
    }

    private func persons(_ sentence: Int32) -> [RuleFiring.Piece] {
        PersonFinder(analysis: analysis, mentions: mentions.filter { !companies.isFound($0.company) }).words(in: Int(sentence)).prefix(Self.widestSearch).map {
            word in
            piece(
                start: analysis.words[word].start, end: analysis.words[word].end, first: Int32(word), last: Int32(word))
        }
    }

    private func numbers(_ sentence: Int32, _ isWanted: (NumberToken) -> Bool) -> [RuleFiring.Piece] {
        analysis.numbers(in: Int(sentence)).prefix(Self.widestSearch).filter(isWanted)
            .map { piece(start: Int32($0.start), end: Int32($0.end), first: Int32($0.word), last: Int32($0.word)) }
    }

    private func piece(start: Int32, end: Int32, first: Int32, last: Int32) -> RuleFiring.Piece {
        RuleFiring.Piece(start: start, end: end, firstWord: first, lastWord: last, clause: analysis.clause(of: first))
    }

    /// The reason when a term of `not=` overlaps the match or stands in its clause.
    private func exclusion(_ rule: EventRule, _ firing: RuleFiring, _ anchorIndex: Int) -> String? {
        guard let set = rule.exclusion else { return nil }
        let clauses = firing.pieces.map(\.clause)
        for piece in candidates(.cues(set), anchorIndex) {
            let overlaps = firing.pieces.contains { $0.start < piece.end && piece.start < $0.end }
            if overlaps || clauses.contains(piece.clause) {
                let text = String(decoding: analysis.text.bytes[Int(piece.start)..<Int(piece.end)], as: UTF8.self)
                return "excluded by \(text)"
            }
        }
        return nil
    }
}
