import NewsModel

/// A rule of events.txt that found all its elements.
struct RuleFiring: Sendable {
    /// Index into the lexicon's rules.
    var rule: Int
    var field: TextField
    var sentence: Int
    /// The places of its elements, in the order of the text; never empty.
    var pieces: [Piece]
    /// Why it raised no event: `excluded by 하향`, `negated by 않았다`; nil where it raised one.
    var refusal: String?
    /// Modifiers that changed it: `denied by 부인 (ko/modifiers.txt:30)`.
    var modifiers: [String] = []
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

    var start: Int32 { pieces.map(\.start).min() ?? 0 }
    var end: Int32 { pieces.map(\.end).max() ?? 0 }
    var firstWord: Int32 { pieces.map(\.firstWord).min() ?? 0 }
    var lastWord: Int32 { pieces.map(\.lastWord).max() ?? 0 }
}
