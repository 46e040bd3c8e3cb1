import TextMatching

/// Turns a term into the forms that it has in texts.
enum TermExpansion {
    /// The language whose marks a term uses: a term with Hangul is Korean.
    static func isKorean(_ text: String) -> Bool {
        text.unicodeScalars.contains { Syllable.isSyllable($0.value) }
    }

    /// All written forms, without repeats, in a stable order.
    static func surfaces(of term: TermSyntax) throws(TermProblem) -> [Surface] {
        var result: [Surface] = []
        for sequence in term.sequences {
            guard let last = sequence.last else { continue }
            let heads = sequence.count == 1 ? [""] : try heads(of: Array(sequence.dropLast()), before: last)
            for form in try lastForms(of: last) {
                for head in heads {
                    var bytes = NormalText.pattern(head, form.text)
                    if bytes.isEmpty { bytes = Array(form.text.utf8) }
                    result.append(
                        Surface(
                            bytes: bytes, tail: form.tail, isSuffix: sequence[0].isSuffix,
                            isVerb: form.isVerb && sequence.count == 1))
                }
            }
        }
        return merged(result)
    }

    private struct Form {
        var text: String
        var tail: TailSet
        var isVerb = false
    }

    /// What may stand before the last word, its gaps included.
    private static func heads(of words: [TermSyntax.MarkedWord], before last: TermSyntax.MarkedWord) throws(TermProblem)
        -> [String]
    {
        var heads = [""]
        for word in words {
            let forms = try innerForms(of: word, isManyWords: words.count > 2, last: last)
            heads = heads.flatMap { head in forms.map { head + $0 } }
        }
        return heads
    }

    /// The forms of a word inside a term, each with the gap after it.
    private static func innerForms(
        of word: TermSyntax.MarkedWord, isManyWords: Bool, last: TermSyntax.MarkedWord
    ) throws(TermProblem) -> [String] {
        guard isKorean(word.text) else {
            let gap = isKorean(last.text) ? [" ", ""] : [" "]
            return try englishForms(of: word).flatMap { form in gap.map { form + $0 } }
        }
        if word.mark == .verb {
            let stem = try verbStem(word)
            return stem.shapes().filter { $0.tail.contains(.empty) }.map { $0.text + " " } + [word.text + "는 "]
        }
        var gaps = ["", " "]
        if word.mark != .exact, !isManyWords {
            switch Syllable.final(of: word.text) {
            case .vowel: gaps += ["를 ", "가 ", "는 ", "의 ", "도 ", "에 "]
            case .consonant, .rieul: gaps += ["을 ", "이 ", "은 ", "의 ", "도 ", "에 "]
            case .unknown: gaps += ["를 ", "을 ", "가 ", "이 ", "의 "]
            }
        }
        return gaps.map { word.text + $0 }
    }

    private static func lastForms(of word: TermSyntax.MarkedWord) throws(TermProblem) -> [Form] {
        let isKorean = isKorean(word.text)
        if !isKorean, word.mark != nil, word.mark != .action, word.mark != .exact, isAllLatin(word.text) {
            return try englishForms(of: word).map { Form(text: $0, tail: latinTail) }
        }
        let noun = TailSet.noun(after: Syllable.final(of: word.text))
        switch word.mark {
        case .exact: return [Form(text: word.text, tail: .empty)]
        case nil, .noun: return [Form(text: word.text, tail: isKorean ? noun.union([.empty, .nounSuffix]) : latinTail)]
        case .action: return [Form(text: word.text, tail: noun.union([.empty, .nounSuffix, .lightVerb]))]
        case .verb: return try verbStem(word).shapes().map { Form(text: $0.text, tail: $0.tail, isVerb: true) }
        case .adjective: throw TermProblem("/a is for English; a Korean adjective is written with /v")
        }
    }

    /// A Latin word in a Korean text takes particles of either form: CEO가, AI는.
    private static let latinTail: TailSet = [.empty, .nounVowel, .nounConsonant, .nounRieul]

    private static func isAllLatin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value < 0x250 }
    }

    private static func englishForms(of word: TermSyntax.MarkedWord) throws(TermProblem) -> [String] {
        switch word.mark {
        case nil, .exact: [word.text]
        case .noun: EnglishForms.noun(word.text, irregular: word.forms)
        case .verb: EnglishForms.verb(word.text, irregular: word.forms)
        case .adjective: EnglishForms.adjective(word.text, irregular: word.forms)
        case .action: throw TermProblem("/h is for Korean; an English word takes /n, /v or /a")
        }
    }

    private static func verbStem(_ word: TermSyntax.MarkedWord) throws(TermProblem) -> VerbStem {
        guard let kind = VerbStem.Class(rawValue: word.forms.first ?? ""), word.forms.count < 2 else {
            throw TermProblem("unknown stem class (\(word.forms.joined(separator: ","))); classes are ㅂ ㄷ ㅅ 러 으")
        }
        guard let last = word.text.unicodeScalars.last, Syllable(last) != nil else {
            throw TermProblem("/v needs a stem that ends in Hangul")
        }
        if last == "다", word.text.unicodeScalars.count > 2 {
            throw TermProblem("\(word.text)/v: write the stem without 다")
        }
        return VerbStem(stem: word.text, kind: kind)
    }

    /// One surface for equal bytes, its tails united.
    private static func merged(_ surfaces: [Surface]) -> [Surface] {
        if surfaces.count == 1, !surfaces[0].bytes.isEmpty { return surfaces }
        var place = ByteStringTable(capacity: surfaces.count)
        var result: [Surface] = []
        result.reserveCapacity(surfaces.count)
        for surface in surfaces where !surface.bytes.isEmpty {
            let (index, isNew) = place.insert(surface.bytes)
            if isNew {
                result.append(surface)
            } else {
                result[index].tail.formUnion(surface.tail)
                result[index].isVerb = result[index].isVerb && surface.isVerb
            }
        }
        return result
    }
}
