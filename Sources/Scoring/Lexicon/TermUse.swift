/// What a pattern of the automaton means in one of the lexicon's files, and under which conditions.
struct TermUse: Sendable {
    enum Kind: UInt8, Sendable {
        /// `payload` is an index into the sentiment terms.
        case sentiment
        /// `payload` is the number of a cue of the event rules.
        case cue
        /// A polarity of 0: hides what it covers, sentiment terms and cues.
        case hide
        /// A term of `[none]`: hides the cues that it covers.
        case hideCues
        /// `payload` is an index into the names.
        case name
    }

    struct Conditions: OptionSet, Sendable {
        let rawValue: UInt8
        /// May begin inside a word.
        static let suffix = Conditions(rawValue: 1 << 0)
        /// A verb form: begins only with its word.
        static let verb = Conditions(rawValue: 1 << 1)
        /// Holds in Korean texts.
        static let korean = Conditions(rawValue: 1 << 2)
        /// Holds in English texts.
        static let english = Conditions(rawValue: 1 << 3)
        /// The text must write its first letter as a capital.
        static let capital = Conditions(rawValue: 1 << 4)
        /// The text must write all its letters as capitals.
        static let allCapitals = Conditions(rawValue: 1 << 5)
        /// A name of at most four letters, small ones among them.
        static let short = Conditions(rawValue: 1 << 6)
    }

    var kind: Kind
    var conditions: Conditions
    var tail: TailSet
    var payload: Int32
}

/// One name of a company.
struct LexiconName: Sendable {
    /// Index into the lexicon's companies.
    var company: Int32
    /// Counts only where the sentence speaks of companies.
    var isAmbiguous: Bool
    /// Ambiguous, but an English cue right beside it is enough.
    var isBrand: Bool
}
