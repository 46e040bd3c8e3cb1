/// Where a cue comes from: numbers only, as most cues are weighed and never shown.
enum CueSource: Sendable, Hashable {
    /// A term of the sentiment files.
    case term(Int32)
    /// A rule of the event files.
    case rule(Int)
    /// The sign of a percentage.
    case sign

    /// `FILE:LINE`, or `sign`.
    func text(_ lexicon: CompiledLexicon) -> String {
        switch self {
        case .term(let number): lexicon.sentimentTerms[Int(number)].rule
        case .rule(let number): lexicon.rules[number].rule
        case .sign: "sign"
        }
    }
}

/// What changed the weight of a cue; becomes text only where somebody reads it.
enum CueNote: Sendable {
    /// `up with 매출/n (ko/metrics.txt:2)`: the quantity that a movement is of.
    case moved(isUp: Bool, metric: Int32)
    case compared(isHigher: Bool)
    /// `as an event (ko/events.txt:2)`.
    case event(CueSource)
    /// `negated by 않았다 (ko/modifiers.txt:12)`: the modifier's place in the normal form, and its term.
    case modified(Change, start: Int32, end: Int32, term: Int32)
    /// A change that no term stands for.
    case plain(Change)

    /// What a modifier does to a cue, in the words of the evidence.
    enum Change: String, Sendable {
        case negated, denied, ended, stronger, weaker, expected, doubted, asked
        case opinion = "an opinion"
        case afterContrast = "after a contrast"
        case beforeContrast = "before a contrast"
    }

    /// - Parameter normal: the text of the cue's field.
    func text(_ lexicon: CompiledLexicon, _ normal: NormalText) -> String {
        switch self {
        case .moved(let isUp, let metric):
            let term = lexicon.sentimentTerms[Int(metric)]
            return "\(isUp ? "up" : "down") with \(term.term) (\(term.rule))"
        case .compared(let isHigher): return isHigher ? "the later amount is higher" : "the later amount is lower"
        case .event(let source): return "as an event (\(source.text(lexicon)))"
        case .modified(let change, let start, let end, let term):
            let text = String(decoding: normal.bytes[Int(start)..<Int(end)], as: UTF8.self)
            return "\(change.rawValue) by \(text) (\(lexicon.sentimentTerms[Int(term)].rule))"
        case .plain(let change): return change.rawValue
        }
    }
}
