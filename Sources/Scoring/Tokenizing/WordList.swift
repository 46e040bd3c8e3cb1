import TextMatching

/// A fixed list of words that a part of a text is looked up in, without making a string or an array of it.
struct WordList: Sendable {
    private var table: ByteStringTable
    private var longest = 0

    init(_ words: [String]) {
        table = ByteStringTable(capacity: words.count)
        for word in words {
            let bytes = Array(word.utf8)
            _ = table.insert(bytes)
            longest = max(longest, bytes.count)
        }
    }

    func contains(_ text: NormalText, _ word: Range<Int>) -> Bool {
        guard word.count <= longest else { return false }
        return table.contains(text.bytes.span.extracting(word))
    }
}
