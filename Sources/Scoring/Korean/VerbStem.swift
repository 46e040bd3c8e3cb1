/// The written shapes of a Korean verb or adjective stem, each with the endings that may follow it.
struct VerbStem {
    /// The irregular classes of the lexicon format.
    enum Class: String {
        case regular = ""
        case bieup = "ㅂ"
        case digeut = "ㄷ"
        case siot = "ㅅ"
        case reo = "러"
        /// A stem in 르 that does not double its ㄹ: 따르, 치르.
        case eu = "으"
    }

    let stem: String
    let kind: Class

    private typealias Coda = Syllable.Coda
    private typealias Vowel = Syllable.Vowel

    /// Every shape: `오르` (고, 며 ...), `오른`, `오를`, `올라`, `올랐` ...
    func shapes() -> [(text: String, tail: TailSet)] {
        guard let lastScalar = stem.unicodeScalars.last, let last = Syllable(lastScalar) else { return [] }
        let head = Self.withoutLast(stem)
        var result: [(text: String, tail: TailSet)] = []
        if last.coda == 0 {
            result.append((stem, .stemVowel))
            result += merged(head, last)
        } else if last.coda == Coda.rieul {
            result.append((stem, .stemRieul))
            result.append((stem, [.afterRieul, .empty]))
            result.append((Self.join(head, last.with(coda: 0)), .afterDroppedRieul))
            result += merged(head, last.with(coda: 0)).filter { $0.tail != [.empty, .afterRieul] }
            result.append((stem + "음", [.empty, .nounConsonant]))
            result.append((Self.join(head, last.with(coda: 10)), [.empty, .nounConsonant]))
        } else {
            result.append((stem, .stemConsonant))
            result += softened(head, last)
        }
        for infinitive in infinitives(head, last) {
            result.append((infinitive, [.empty, .infinitive]))
            if let past = Self.past(infinitive) { result.append((past, .past)) }
        }
        return result
    }

    /// 한, 할, 함, 합 of a vowel stem.
    private func merged(_ head: String, _ last: Syllable) -> [(text: String, tail: TailSet)] {
        [
            (Self.join(head, last.with(coda: Coda.nieun)), [.empty, .afterNieun]),
            (Self.join(head, last.with(coda: Coda.rieul)), [.empty, .afterRieul]),
            (Self.join(head, last.with(coda: Coda.mieum)), [.empty, .nounConsonant]),
            (Self.join(head, last.with(coda: Coda.bieup)), .afterBieup),
        ]
    }

    /// The shapes before a vowel of a consonant stem: 묻은, 물은 (ㄷ), 도운 (ㅂ), 지은 (ㅅ).
    private func softened(_ head: String, _ last: Syllable) -> [(text: String, tail: TailSet)] {
        if kind == .bieup {
            let open = Self.join(head, last.with(coda: 0))
            return [
                (open + "우", .stemVowel), (open + "운", [.empty, .afterNieun]), (open + "울", [.empty, .afterRieul]),
                (open + "움", [.empty, .nounConsonant]),
            ]
        }
        let soft =
            switch kind {
            case .digeut: Self.join(head, last.with(coda: Coda.rieul))
            case .siot: Self.join(head, last.with(coda: 0))
            default: stem
            }
        var result: [(text: String, tail: TailSet)] = [
            (soft + "은", [.empty, .afterNieun]), (soft + "을", [.empty, .afterRieul]),
            (soft + "음", [.empty, .nounConsonant]), (soft + "으", .stemVowel), (stem + "습", .afterBieup),
        ]
        result.append((stem + "는", [.empty, .afterNieun]))
        return result
    }

    /// The 아/어 form, contracted and, where both are written, in full.
    private func infinitives(_ head: String, _ last: Syllable) -> [String] {
        func joined(_ syllable: Syllable) -> String { Self.join(head, syllable) }
        let bright = last.vowel == Vowel.a || last.vowel == Vowel.o || last.vowel == Vowel.ya
        let full = bright ? "아" : "어"
        guard last.coda == 0 else { return consonantInfinitives(head, last, full) }
        if last.is(lead: 18, vowel: Vowel.a) { return [joined(last.with(vowel: Vowel.ae)), stem + "여"] }
        switch last.vowel {
        case Vowel.a, Vowel.eo, Vowel.yeo, Vowel.ae, Vowel.e: return [stem]
        case Vowel.o: return [joined(last.with(vowel: Vowel.wa)), stem + "아"]
        case Vowel.u: return [joined(last.with(vowel: Vowel.wo)), stem + "어"]
        case Vowel.i: return [joined(last.with(vowel: Vowel.yeo)), stem + "어"]
        case Vowel.oe: return [joined(last.with(vowel: Vowel.wae)), stem + "어"]
        case Vowel.eu: return euInfinitives(head, last)
        default: return [stem + "어"]
        }
    }

    private func consonantInfinitives(_ head: String, _ last: Syllable, _ full: String) -> [String] {
        switch kind {
        case .bieup:
            let open = Self.join(head, last.with(coda: 0))
            return stem == "돕" || stem == "곱" ? [open + "와"] : [open + "워"]
        case .digeut: return [Self.join(head, last.with(coda: Coda.rieul)) + full]
        case .siot: return [Self.join(head, last.with(coda: 0)) + full]
        default: return [stem + full]
        }
    }

    /// 오르 -> 올라, 따르 -> 따라, 푸르 -> 푸르러, 쓰 -> 써.
    private func euInfinitives(_ head: String, _ last: Syllable) -> [String] {
        if kind == .reo { return [stem + "러"] }
        let before = head.unicodeScalars.last.flatMap { Syllable($0) }
        let isBright = before.map { $0.vowel == Vowel.a || $0.vowel == Vowel.o } ?? false
        let vowel = isBright ? Vowel.a : Vowel.eo
        if last.is(lead: 5, vowel: Vowel.eu), kind != .eu, let before, before.coda == 0 {
            let doubled = Self.join(Self.withoutLast(head), before.with(coda: Coda.rieul))
            return [doubled + (isBright ? "라" : "러")]
        }
        return [Self.join(head, last.with(vowel: vowel))]
    }

    /// 올라 -> 올랐, 해 -> 했: the 아/어 form with ㅆ under its last syllable.
    private static func past(_ infinitive: String) -> String? {
        guard let scalar = infinitive.unicodeScalars.last, let last = Syllable(scalar), last.coda == 0 else {
            return nil
        }
        // 하여 -> 하였, 되어 -> 되었.
        return join(withoutLast(infinitive), last.with(coda: Coda.ssangsiot))
    }

    private static func join(_ head: String, _ syllable: Syllable) -> String {
        var text = head
        text.unicodeScalars.append(syllable.scalar)
        return text
    }

    private static func withoutLast(_ text: String) -> String {
        String(text.unicodeScalars.dropLast())
    }
}

extension Syllable {
    /// Whether it has these parts and no final consonant.
    fileprivate func `is`(lead: Int, vowel: Int) -> Bool {
        self.lead == lead && self.vowel == vowel && coda == 0
    }
}

extension TailSet {
    /// A stem in ㄹ loses it before ㄴ, ㅂ and ㅅ: 느는, 느니. Marked by the vowel stem's endings that begin so.
    static let afterDroppedRieul = TailSet(rawValue: 1 << 15)
}
