import Foundation

/// How far two short texts, such as headlines, tell the same thing.
///
/// A weighted sum of what they share (letters, words, words of one stem, order, numbers), put into 0...1 by the logistic
/// function. One set of weights a language, fitted on pairs that people judged (translated and English news sentences).
/// 0.5 is no boundary: pairs told by people as the same begin at about 0.3 in Korean and 0.4 in English.
public enum TextSimilarity {
    /// 0 (nothing in common) ... 1 (the same words; case, blanks and punctuation do not count). Symmetric but for rounding.
    ///
    /// Looks at the first 2,000 bytes of each text, so its time is bounded.
    public static func similarity(_ a: String, _ b: String) -> Double {
        let (left, right) = (ShortText(a), ShortText(b))
        if left.words == right.words { return left.words.isEmpty && a != b ? 0 : 1 }
        guard !left.words.isEmpty, !right.words.isEmpty else { return 0 }
        let features = PairFeatures(left, right)
        let sum = left.isHangul || right.isHangul ? korean.sum(features) : english.sum(features)
        return 1 / (1 + exp(-sum))
    }

    private static let korean = PairWeights(
        base: -4.397, letterPairs: 0.993, letterPairsOfShorter: 0.439, letters: 3.013, words: 0.275,
        wordsOfShorter: -0.217,
        worseMatch: 2.779, betterMatch: 1.241, orderOfShorter: -1.010, orderOfLonger: -0.553, lengthRatio: -1.053,
        numbersDiffer: -0.334, numbersContradict: -1.887, numbers: 0.628, lengthGap: 0.096)

    private static let english = PairWeights(
        base: -3.164, letterPairs: 4.160, letterPairsOfShorter: 2.991, letters: 1.405, words: 3.459,
        wordsOfShorter: -0.923,
        worseMatch: 0.132, betterMatch: -0.883, orderOfShorter: -3.053, orderOfLonger: 3.787, lengthRatio: -2.951,
        numbersDiffer: -0.565, numbersContradict: -0.202, numbers: -0.327, lengthGap: -1.302)
}

/// What each feature of a pair adds.
private struct PairWeights {
    let base, letterPairs, letterPairsOfShorter, letters, words, wordsOfShorter, worseMatch, betterMatch: Double
    let orderOfShorter, orderOfLonger, lengthRatio, numbersDiffer, numbersContradict, numbers, lengthGap: Double

    func sum(_ features: PairFeatures) -> Double {
        var sum = base
        sum += letterPairs * features.letterPairs + letterPairsOfShorter * features.letterPairsOfShorter
        sum += letters * features.letters + words * features.words + wordsOfShorter * features.wordsOfShorter
        sum += worseMatch * features.worseMatch + betterMatch * features.betterMatch
        sum += orderOfShorter * features.orderOfShorter + orderOfLonger * features.orderOfLonger
        sum += lengthRatio * features.lengthRatio + lengthGap * features.lengthGap
        sum += numbersDiffer * features.numbersDiffer + numbersContradict * features.numbersContradict
        return sum + numbers * features.numbers
    }
}
