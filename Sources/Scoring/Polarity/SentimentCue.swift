import NewsModel

/// One thing in a text that moves the score: a term, a movement of a quantity, a comparison, an event.
struct SentimentCue: Sendable {
    enum Kind: String, Sendable {
        case polarity, movement, direction, comparison, event
    }

    var kind: Kind
    var field: TextField
    /// Byte offsets into the normal form.
    var start: Int32
    var end: Int32
    var word: Int32
    var clause: Int32
    var sentence: Int
    var source: CueSource
    /// Before modifiers.
    var base: Double
    /// After modifiers, clause and sentence weights.
    var weight: Double
    /// What changed it, in the order in which it applied.
    var notes: [CueNote] = []
    /// Index of the company it speaks about, nil where it speaks about the whole.
    var company: Int?
}
