/// Korean endings that close a clause in the middle of a sentence: 늘었지만, 줄었으나, 밝혔으며.
enum ClauseEnding {
    private static let endings: [[UInt8]] = [
        "지만", "으나", "는데", "면서", "으며", "했고", "됐고", "였고", "았고", "었고", "렸고", "반면", "불구하고",
        "에도", "음에도", "가운데", "데다", "하며", "되며", "으로써", "자마자",
    ].map { Array($0.utf8) }
    private static let contrasting: [[UInt8]] = ["지만", "으나", "는데", "반면", "불구하고", "에도"].map { Array($0.utf8) }

    /// Whether the word ends a clause.
    static func closes(_ text: NormalText, _ word: Range<Int>) -> Bool {
        guard word.count >= 6, mayEnd(text, word) else { return false }
        return endings.contains { ends(text, word, $0) }
    }

    /// Whether what follows the word is set against it: 지만, 으나, 불구하고.
    static func contrasts(_ text: NormalText, _ word: Range<Int>) -> Bool {
        guard word.count >= 6, mayEnd(text, word) else { return false }
        return contrasting.contains { ends(text, word, $0) }
    }

    /// For each syllable whether an ending ends with it: most words go no further.
    private static let lastSyllables: [Bool] = {
        var found = [Bool](repeating: false, count: Syllable.count)
        for ending in endings {
            if let index = Syllable.index(in: ending, at: ending.count - 3) { found[index] = true }
        }
        return found
    }()

    private static func mayEnd(_ text: NormalText, _ word: Range<Int>) -> Bool {
        guard text.isHangul(at: word.upperBound - 1),
            let syllable = Syllable.index(in: text.bytes, at: word.upperBound - 3)
        else { return false }
        return lastSyllables[syllable]
    }

    private static func ends(_ text: NormalText, _ word: Range<Int>, _ ending: [UInt8]) -> Bool {
        guard word.count >= ending.count else { return false }
        var at = word.upperBound - ending.count
        for byte in ending {
            if text.bytes[at] != byte { return false }
            at += 1
        }
        return true
    }
}
