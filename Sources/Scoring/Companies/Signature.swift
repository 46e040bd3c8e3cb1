import NewsModel

/// The end of an English headline that tells who speaks: `...: Angel Broking`, `...: John Smith, Nomura`.
struct Signature {
    /// Words of the title after its last colon, empty where it has no signature.
    let words: Range<Int>

    private static let longest = 8

    init(_ title: TextAnalysis, _ runs: NameRuns) {
        words = Self.place(title, runs) ?? 0..<0
    }

    private static func place(_ title: TextAnalysis, _ runs: NameRuns) -> Range<Int>? {
        let bytes = title.text.bytes
        guard title.field == .title, let colon = bytes.lastIndex(of: UInt8(ascii: ":")) else { return nil }
        let count = title.words.count
        var first = count
        while first > 0, Int(title.words[first - 1].start) > colon { first -= 1 }
        guard first >= 3, first < count, count - first <= longest else { return nil }
        var commas = 0
        for index in first..<count {
            let word = bytes[Int(title.words[index].start)..<Int(title.words[index].end)]
            guard runs.isCapital(index) || word.elementsEqual("of".utf8) || word.elementsEqual("com".utf8) else {
                return nil
            }
            if index + 1 < count, bytes[Int(title.words[index].end)] == UInt8(ascii: ",") { commas += 1 }
        }
        // `Stocks in focus: Infosys, Wipro, SBI` is a list.
        let opensWithPerson = count - first > 2 && bytes[Int(title.words[first].end)] == 0x20
        return commas == 0 || (commas <= 2 && opensWithPerson) ? first..<count : nil
    }
}
