/// Function words that tell English from other languages of Latin letters.
///
/// A word of at most eight letters is one number, its letters the number's bytes: looking it up makes no array and no hash
/// of one.
struct FunctionWords: Sendable {
    enum Kind: Sendable {
        case english, foreign
    }

    private static let slotCount = 1024
    private var words = [UInt64](repeating: 0, count: slotCount)
    private var kinds = [Kind](repeating: .foreign, count: slotCount)

    static let shared: FunctionWords = {
        var table = FunctionWords()
        // Words of both lists count as English.
        table.add(foreign, .foreign)
        table.add(english, .english)
        return table
    }()

    /// What a word is, given as a number; nil for other words.
    func kind(of word: UInt64) -> Kind? {
        let slot = slot(of: word)
        return words[slot] == word ? kinds[slot] : nil
    }

    private mutating func add(_ text: String, _ kind: Kind) {
        for word in text.split(separator: " ") {
            let number = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
            let slot = slot(of: number)
            words[slot] = number
            kinds[slot] = kind
        }
    }

    /// The place of a word, or the free one where it would stand.
    private func slot(of word: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 54)
        while words[slot] != 0, words[slot] != word { slot = (slot + 1) & (Self.slotCount - 1) }
        return slot
    }

    /// English function words that no other language of the press shares.
    private static let english =
        "the of and to with from by that this its it was were has have had will would could should been be are not than "
        + "after before over under into about as at on for is their his her they he she we you which who what when how "
        + "why more new up out off amid says said may but or if all an against between during while"

    /// Function words of French, Spanish, Portuguese, Italian, German, Dutch, Nordic languages, Polish, Turkish, Indonesian.
    private static let foreign =
        "le la les des du et est une dans pour que qui sur avec par pas plus au aux ce cette ses son el los las del un una con "
        + "para por se su al como mas lo os da do na em um uma com ao il di che gli della per non sono nel dei alla der "
        + "das und ist ein eine von mit den dem auf nicht sich zu im het een van voor op te zijn niet och att det som av "
        + "ikke og til er ve bir bu ile da dan yang di untuk dengan pada nie jest na w z sie ja oder bei auch"
}
