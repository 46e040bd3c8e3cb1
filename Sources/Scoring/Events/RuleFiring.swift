import NewsModel

/// A rule of events.txt that found all its elements.
struct RuleFiring: Sendable {
    /// Index into the lexicon's rules.
    var rule: Int
    var field: TextField
    var sentence: Int
    /// The places of its elements, in the order of the text; never empty.
    var pieces: [Piece]
    /// Why it raised no event; nil where it raised one.
    var refusal: FiringRefusal?
    /// Modifiers that changed it: `denied by 부인 (ko/modifiers.txt:30)`.
    var notes: [CueNote] = []
    var isDenied = false
    var isCalledOff = false
    var factLevel: FactLevel

    struct Piece: Sendable, Hashable {
        var start: Int32
        var end: Int32
        var firstWord: Int32
        var lastWord: Int32
        var clause: Int32
    }

    var start: Int32 { pieces.first?.start ?? 0 }
    var end: Int32 { pieces.reduce(0) { max($0, $1.end) } }
    var firstWord: Int32 { pieces.first?.firstWord ?? 0 }
    var lastWord: Int32 { pieces.reduce(0) { max($0, $1.lastWord) } }
}
