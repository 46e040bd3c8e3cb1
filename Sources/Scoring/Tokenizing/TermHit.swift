/// A place where a use of a pattern holds.
struct TermHit: Sendable {
    /// What `TermUse.payload` says: a sentiment term, a cue or a name.
    var payload: Int32
    /// Byte offsets of the matched form in the normal form, particles after it excluded.
    var start: Int32
    var end: Int32
    /// Byte offset of the end of the word that it ends in, as far as its particles or endings go.
    var tailEnd: Int32
    /// Numbers of the first and the last word.
    var firstWord: Int32
    var lastWord: Int32

    var length: Int32 { end - start }

    func overlaps(_ other: TermHit) -> Bool {
        start < other.end && other.start < end
    }

    func overlaps(_ range: Range<Int32>) -> Bool {
        start < range.upperBound && range.lowerBound < end
    }
}
