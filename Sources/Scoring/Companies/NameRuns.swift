import NewsModel

/// Cuts an English field into the runs of capitalised words that could be a name: `Bank of Baroda`, `L&T`, `SpiceJet`.
///
/// Words of `[never]` end a run; a run of nothing but words of `[alone]` is one only before something that has a price
/// (`European shares`).
struct NameRuns {
    let analysis: TextAnalysis

    /// Words that are a name together.
    struct Run: Sendable {
        var words: Range<Int>
        /// Byte offset of its end, without 's.
        var end: Int
        /// Its words in the file of ordinary words: sections that one of them stands in.
        var sections: OrdinaryWords.Sections
    }

    /// More words are a title, not a name.
    private static let longest = 6

    /// The runs of a sentence, in the order of the text.
    func runs(in sentence: Range<Int>) -> [Run] {
        var runs: [Run] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard isCapital(index), !isEnd(index) else {
                index += 1
                continue
            }
            let last = lastWord(from: index, in: sentence)
            if let run = run(index, last, in: sentence) { runs.append(run) }
            index = last + 1
        }
        return runs
    }

    /// A capital anywhere: Sensex, eBay.
    func isCapital(_ index: Int) -> Bool {
        let word = analysis.words[index]
        return word.hasCapital && analysis.text.characterClass(at: Int(word.start)) == CharacterClass.letter
    }

    func sections(_ index: Int) -> OrdinaryWords.Sections { analysis.sections[index] }

    /// The end of a word without 's.
    func stem(_ index: Int) -> Int { analysis.words[index].stemEnd(in: analysis.text) }

    private func lastWord(from first: Int, in sentence: Range<Int>) -> Int {
        var last = first
        while last + 1 < sentence.upperBound, last - first + 1 < Self.longest, stem(last) == analysis.words[last].end {
            if isJoined(last) || isJoinedByAnd(last), goesOn(last + 1) {
                last += 1
            } else if isJoined(last), last + 2 < sentence.upperBound, isOf(last + 1), isJoined(last + 1),
                goesOn(last + 2), leads(last)
            {
                last += 2
            } else {
                break
            }
        }
        return last
    }

    /// Bank of Baroda, but neither CEO of Infosys nor Shares of Infosys.
    private func leads(_ index: Int) -> Bool {
        let of = sections(index)
        return of.contains(.firm) || of.isDisjoint(with: [.alone, .jobs])
    }

    /// What a firm does ends its name, in a Title With Capitals too: Alder Acquires Birch.
    private func goesOn(_ index: Int) -> Bool { isCapital(index) && !isEnd(index) && !isAct(index) }

    private func isAct(_ index: Int) -> Bool {
        sections(index).isSuperset(of: [.acts]) && !sections(index).contains(.firm)
    }

    private func isEnd(_ index: Int) -> Bool {
        let word = analysis.words[index]
        return isSigned(word) || isEscape(word) || isPeriod(word)
            || (sections(index).contains(.never) && !isShort(word))
    }

    /// IT is no It: two capitals are an abbreviation.
    private func isShort(_ word: Word) -> Bool {
        guard word.end - word.start == 2 else { return false }
        return (Int(word.start)..<Int(word.end)).allSatisfy {
            analysis.text.flags[$0] & CharacterClass.capital != 0
        }
    }

    /// $AAPL, @somebody, #topic and the parts of an address are read elsewhere or not at all.
    private func isSigned(_ word: Word) -> Bool {
        guard word.start > 0 else { return false }
        switch analysis.text.bytes[Int(word.start) - 1] {
        case UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "_"): return true
        default: return false
        }
    }

    /// AT&amp;T as a page wrote it.
    private func isEscape(_ word: Word) -> Bool {
        let bytes = analysis.text.bytes
        return Int(word.end) < bytes.count && bytes[Int(word.end)] == UInt8(ascii: ";")
            && bytes[Int(word.start)..<Int(word.end)].contains(UInt8(ascii: "&"))
    }

    /// Q3, H1, FY15, Q2FY16.
    func isPeriod(_ word: Word) -> Bool {
        guard word.end - word.start >= 2 else { return false }
        let second = analysis.text.bytes[Int(word.start) + 1]
        switch analysis.text.bytes[Int(word.start)] {
        case UInt8(ascii: "f"): return second == UInt8(ascii: "y")
        case UInt8(ascii: "q"), UInt8(ascii: "h"): return (0x31...0x34).contains(second)
        default: return false
        }
    }

    private func isOf(_ index: Int) -> Bool {
        let word = analysis.words[index]
        return word.end - word.start == 2 && analysis.text.holds(Self.of, at: Int(word.start))
    }

    private static let of = Array("of".utf8)
    private static let and = Array(" & ".utf8)

    /// A space and nothing else stands between a word and the next.
    private func isJoined(_ index: Int) -> Bool {
        let end = Int(analysis.words[index].end)
        return Int(analysis.words[index + 1].start) == end + 1 && analysis.text.bytes[end] == 0x20
    }

    private func isJoinedByAnd(_ index: Int) -> Bool {
        let end = Int(analysis.words[index].end)
        return Int(analysis.words[index + 1].start) == end + 3 && analysis.text.holds(Self.and, at: end)
    }

    private func run(_ first: Int, _ last: Int, in sentence: Range<Int>) -> Run? {
        var sections: OrdinaryWords.Sections = []
        var hasOwn = false
        for index in first...last where !isOf(index) {
            let of = self.sections(index)
            sections.formUnion(of)
            // A single letter is no name: Plan B.
            if of.isDisjoint(with: [.never, .alone, .jobs]), analysis.words[index].end - analysis.words[index].start > 1
            {
                hasOwn = true
            }
        }
        // Union Bank of India, Federal Bank: ordinary words that a firm's word makes a name.
        let isFirm = (first + 1..<last + 1).contains { self.sections($0).contains(.firm) }
        if hasOwn || (isFirm && sections.isDisjoint(with: .jobs)) {
            return Run(words: first..<last + 1, end: stem(last), sections: sections)
        }
        let next = last + 1
        guard next < sentence.upperBound, sections.isDisjoint(with: .jobs), isJoined(last), !isCapital(next),
            self.sections(next).contains(.priced)
        else { return nil }
        return Run(words: first..<next + 1, end: Int(analysis.words[next].end), sections: sections.union(.priced))
    }
}
