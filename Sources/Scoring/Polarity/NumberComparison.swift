import NewsModel

/// Two amounts set against each other: `EUR 13.1 mn, compared with EUR 8.7 mn`, `5억→12억`, `from 10 to 15`.
struct NumberComparison {
    let analysis: TextAnalysis

    /// A pair of amounts and which way they moved: +1 up, -1 down.
    struct Found {
        var first: NumberToken
        var second: NumberToken
        var sign: Double
        /// Whether the text gives the later amount first.
        var isNewFirst: Bool
    }

    private static let versus = WordList([
        "compared", "against", "versus", "vs", "than", "earlier", "from", "corresponding", "year",
    ])
    private static let to = WordList(["to"])
    private static let from = WordList(["from"])
    private static let arrows = ["→", "->"].map { Array($0.utf8) }

    /// The comparisons of a sentence, in the order of the text.
    func found(in sentence: Int) -> [Found] {
        let numbers = analysis.numbers(in: sentence)
        if numbers.count < 2 { return [] }
        let amounts = numbers.filter { !$0.isDate }
        guard amounts.count >= 2 else { return [] }
        var found: [Found] = []
        for (first, second) in zip(amounts, amounts.dropFirst()) {
            guard first.isPercent == second.isPercent,
                first.isMoney == second.isMoney || first.isMoney || second.isMoney,
                second.word - first.word <= 14, first.value != second.value, let order = order(first, second)
            else { continue }
            found.append(
                Found(
                    first: first, second: second, sign: (first.value < second.value) == (order == .oldFirst) ? 1 : -1,
                    isNewFirst: order == .newFirst)
            )
        }
        return found
    }

    private enum Order {
        case oldFirst, newFirst
    }

    private func order(_ first: NumberToken, _ second: NumberToken) -> Order? {
        let bytes = analysis.text.bytes
        let between = bytes[first.end..<max(first.end, second.start)]
        if Self.arrows.contains(where: { contains(between, $0) }) || between.starts(with: "에서".utf8) {
            return .oldFirst
        }
        let words = first.word + 1..<max(first.word + 1, min(second.word + 1, analysis.words.count))
        if isFrom(before: first), words.contains(where: { holds(Self.to, $0) }) { return .oldFirst }
        return words.contains { holds(Self.versus, $0) } ? .newFirst : nil
    }

    private func holds(_ list: WordList, _ index: Int) -> Bool {
        let word = analysis.words[index]
        return list.contains(analysis.text, Int(word.start)..<Int(word.end))
    }

    private func isFrom(before number: NumberToken) -> Bool {
        for index in [number.word - 1, number.word - 2] where index >= 0 && holds(Self.from, index) { return true }
        return false
    }

    private func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        guard bytes.count >= wanted.count else { return false }
        for start in bytes.startIndex...(bytes.endIndex - wanted.count)
        where bytes[start..<start + wanted.count].elementsEqual(wanted) {
            return true
        }
        return false
    }
}
