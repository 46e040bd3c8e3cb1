/// Which kinds of tail (particles, endings) may stand between a matched stem and the end of its word.
struct TailSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    /// Nothing: the word ends with the stem.
    static let empty = TailSet(rawValue: 1 << 0)
    /// Particles and copula after a noun that ends in a vowel.
    static let nounVowel = TailSet(rawValue: 1 << 1)
    /// The same after a consonant other than ㄹ.
    static let nounConsonant = TailSet(rawValue: 1 << 2)
    /// The same after ㄹ.
    static let nounRieul = TailSet(rawValue: 1 << 3)
    /// Nouns that join a noun without changing what it says: 상승세, 감소폭, 매각설.
    static let nounSuffix = TailSet(rawValue: 1 << 4)
    /// 하다, 되다, 시키다, 당하다, 받다 in every ending.
    static let lightVerb = TailSet(rawValue: 1 << 5)
    /// Endings after a stem in a vowel (하고, 하며, 하지).
    static let stemVowel = TailSet(rawValue: 1 << 6)
    /// Endings after a stem in a consonant (묻고, 묻으며).
    static let stemConsonant = TailSet(rawValue: 1 << 7)
    /// Endings after a stem in ㄹ (늘고, 늘며).
    static let stemRieul = TailSet(rawValue: 1 << 8)
    /// What follows the adnominal ㄴ (한다, 한데).
    static let afterNieun = TailSet(rawValue: 1 << 9)
    /// What follows ㄹ (할지, 할수록).
    static let afterRieul = TailSet(rawValue: 1 << 10)
    /// What follows ㅂ (합니다).
    static let afterBieup = TailSet(rawValue: 1 << 11)
    /// What follows the 아/어 form (해서, 해야, 해졌다).
    static let infinitive = TailSet(rawValue: 1 << 12)
    /// What follows the past stem (했다, 했지만).
    static let past = TailSet(rawValue: 1 << 13)
    /// What may follow a company's name: its core particles, and 측, 발, 계열, 표. Narrower than a noun's, as
    /// 아스타나 is no 아스타 with the particle 나.
    static let name = TailSet(rawValue: 1 << 14)

    /// Particles after a noun, by its last sound.
    static func noun(after final: Syllable.Final) -> TailSet {
        switch final {
        case .vowel: .nounVowel
        case .consonant: .nounConsonant
        case .rieul: .nounRieul
        case .unknown: [.nounVowel, .nounConsonant, .nounRieul]
        }
    }
}
