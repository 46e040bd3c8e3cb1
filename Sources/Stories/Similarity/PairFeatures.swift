/// What two short texts share, each feature 0...1 but for `lengthGap`.
struct PairFeatures {
    /// Pairs of neighbouring letters or syllables.
    let letterPairs: Double
    let letterPairsOfShorter: Double
    /// Letters or syllables, whatever their order.
    let letters: Double
    let words: Double
    let wordsOfShorter: Double
    /// How well the words of one find a like word in the other, so that 올랐다 meets 오른다: the worse and the better side.
    let worseMatch: Double
    let betterMatch: Double
    /// Words in the same order, by the shorter and by the longer text.
    let orderOfShorter: Double
    let orderOfLonger: Double
    let lengthRatio: Double
    /// 1 where a number stands in one text only.
    let numbersDiffer: Double
    /// 1 where each has a number that the other has not.
    let numbersContradict: Double
    /// Numbers in common; 1 without numbers.
    let numbers: Double
    /// Letters that one is longer by, in thirties.
    let lengthGap: Double

    init(_ a: ShortText, _ b: ShortText) {
        let (left, right) = (a.words, b.words)
        let (leftPairs, rightPairs) = (Self.pairs(left), Self.pairs(right))
        letterPairs = leftPairs.share(rightPairs)
        letterPairsOfShorter = leftPairs.shareOfSmaller(rightPairs)
        letters = PairCounts(keys: left.joined().map(UInt64.init)).share(
            PairCounts(keys: right.joined().map(UInt64.init)))
        let (leftWords, rightWords) = (PairCounts(keys: left.map(Self.key)), PairCounts(keys: right.map(Self.key)))
        words = leftWords.share(rightWords)
        wordsOfShorter = leftWords.shareOfSmaller(rightWords)
        let matches = [Self.match(a.parts, b.parts), Self.match(b.parts, a.parts)].sorted()
        (worseMatch, betterMatch) = (matches[0], matches[1])
        let order = Double(Self.longestCommonOrder(left, right))
        orderOfShorter = order / Double(max(1, min(left.count, right.count)))
        orderOfLonger = order / Double(max(1, left.count, right.count))
        let (leftLength, rightLength) = (Double(left.joined().count), Double(right.joined().count))
        lengthRatio = min(leftLength, rightLength) / max(1, leftLength, rightLength)
        lengthGap = abs(leftLength - rightLength) / 30
        let leftNumbers = Set(a.parts.filter(\.isNumber).map(\.scalars))
        let rightNumbers = Set(b.parts.filter(\.isNumber).map(\.scalars))
        numbersDiffer = leftNumbers == rightNumbers ? 0 : 1
        numbersContradict = leftNumbers.isSubset(of: rightNumbers) || rightNumbers.isSubset(of: leftNumbers) ? 0 : 1
        let all = leftNumbers.union(rightNumbers).count
        numbers = all == 0 ? 1 : Double(leftNumbers.intersection(rightNumbers).count) / Double(all)
    }

    private static func pairs(_ words: [[UInt32]]) -> PairCounts {
        PairCounts(neighbours: Array(words.joined(separator: [0x20])))
    }

    private static func key(_ word: [UInt32]) -> UInt64 {
        word.reduce(MixingHash.seed) { MixingHash.mix($0 ^ UInt64($1)) }
    }

    /// The mean over the words of `a` of their best match in `b`; long words weigh more, half-likeness counts little.
    private static func match(_ a: [ShortText.Word], _ b: [ShortText.Word]) -> Double {
        var (sum, weights) = (0.0, 0.0)
        for word in a {
            var best = 0.0
            for other in b where best < 1 {
                best = max(best, word.scalars == other.scalars ? 1 : word.pairs.share(other.pairs))
            }
            let weight = Double(word.scalars.count).squareRoot()
            sum += weight * (best > 0.5 ? best : best * best)
            weights += weight
        }
        return weights > 0 ? sum / weights : 0
    }

    /// Length of the longest common subsequence of words.
    private static func longestCommonOrder(_ a: [[UInt32]], _ b: [[UInt32]]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for word in a {
            var above = 0
            for (place, other) in b.enumerated() {
                let next = word == other ? above + 1 : max(row[place + 1], row[place])
                above = row[place + 1]
                row[place + 1] = next
            }
        }
        return row[b.count]
    }
}
