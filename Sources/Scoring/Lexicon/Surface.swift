/// One written form of a term: bytes of the normal form, and what may follow them in their word.
struct Surface: Sendable, Hashable {
    var bytes: [UInt8]
    var tail: TailSet
    /// May begin inside a word: NH투자~증권.
    var isSuffix: Bool
    /// A form of a verb: it never begins in the middle of an eojeol, where it would be a particle (AI는).
    var isVerb: Bool
}
