/// A run of letters, digits and Hangul between spaces or signs (in Korean an eojeol), or one arrow sign.
struct Word: Sendable {
    /// Byte offsets into the normal form.
    var start: Int32
    var end: Int32
    /// Number of the sentence in its field.
    var sentence: Int32
    /// Number of the clause in its field; a clause never leaves its sentence.
    var clause: Int32
    /// Holds more than one kind of letters, or signs: SK하이닉스, AT&T, 2분기.
    var isMixed: Bool
    /// The text writes one of its letters as a capital.
    var hasCapital: Bool

    /// Where it ends without 's.
    func stemEnd(in text: NormalText) -> Int {
        let end = Int(end)
        let isOwner =
            end - Int(start) > 2 && text.bytes[end - 1] == UInt8(ascii: "s") && text.bytes[end - 2] == 0x27
        return isOwner ? end - 2 : end
    }
}

/// A sentence: a range of words, and whether it asks.
struct Sentence: Sendable {
    var words: Range<Int>
    var isQuestion: Bool
}
