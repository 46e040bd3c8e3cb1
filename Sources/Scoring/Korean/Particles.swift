/// The particles (josa) and copula forms that may follow a noun, as complete chains.
enum Particles {
    /// All chains after a noun with the given last sound, the empty one excluded.
    static func chains(after final: Syllable.Final) -> [String] {
        var result = neutral
        switch final {
        case .vowel: result += pairs.map(\.vowel) + afterVowel + copulaVowel + ["로"].flatMap(instrumental)
        case .consonant: result += pairs.map(\.consonant) + copulaConsonant + ["으로"].flatMap(instrumental)
        case .rieul: result += pairs.map(\.consonant) + copulaConsonant + ["로"].flatMap(instrumental)
        case .unknown: break
        }
        return result
    }

    /// Every chain after 들, and 들 itself.
    static let plural: [String] = ["들"] + chains(after: .rieul).map { "들" + $0 }

    /// Nouns that join another noun in one word and keep its meaning.
    static let nounSuffixes = ["세", "폭", "설", "중", "시", "후", "전", "건", "안", "액", "분", "율", "률", "여부", "소식", "기대", "우려"]

    /// What may follow a company's name, whatever its last sound.
    static let afterNames: [String] = {
        let core = [
            "가", "이", "는", "은", "를", "을", "와", "과", "로", "으로", "의", "도", "만", "에", "에서", "에게", "까지", "부터", "처럼", "보다",
            "에는", "에도", "에선", "에서는", "에서도", "에게는", "로는", "와의", "과의", "와는", "과는", "와도", "과도", "서", "서는", "서도", "이나", "나",
            "으로의", "로의", "만의", "만이", "이라는", "라는", "이라고", "라고",
            "께서", "로부터", "으로부터", "에만", "까지도", "마저", "조차", "이다", "인", "이며", "이자", "에서의", "에의", "하고", "부터는", "이라며", "라며",
        ]
        let joined = ["측", "발", "표", "계열", "주", "향", "판", "내", "호", "사", "경영권", "지분", "주가", "노조", "주총"]
        return core + joined
            + joined.flatMap { word in ["이", "가", "은", "는", "의", "을", "를", "에", "도", "과", "와"].map { word + $0 } }
    }()

    private static let pairs: [(vowel: String, consonant: String)] = [
        ("가", "이"), ("는", "은"), ("를", "을"), ("와", "과"), ("와의", "과의"), ("와도", "과도"), ("와는", "과는"),
        ("나", "이나"), ("란", "이란"), ("라도", "이라도"), ("든", "이든"), ("야", "이야"), ("며", "이며"),
        ("랑", "이랑"), ("라", "이라"), ("라는", "이라는"), ("라며", "이라며"), ("라고", "이라고"), ("라면", "이라면"),
        ("라서", "이라서"), ("라던", "이라던"), ("라지만", "이라지만"), ("나마", "이나마"), ("야말로", "이야말로"),
        ("라면서", "이라면서"), ("라기보다", "이라기보다"), ("와의", "과의"),
    ]

    private static let afterVowel = ["선", "론"]

    private static func instrumental(_ base: String) -> [String] {
        [base]
            + ["는", "도", "만", "의", "서", "서는", "서도", "서의", "써", "써는", "부터", "부터의", "까지", "나", "까지도", "밖에"]
            .map { base + $0 }
    }

    private static let neutral: [String] = {
        let places = [
            "에", "에서", "에게", "에게서", "께", "께서", "한테", "까지", "부터", "보다", "처럼", "만큼", "마다", "대로", "에까지",
            "에서부터", "에서까지", "끼리", "로부터",
        ]
        let after = ["", "는", "도", "만", "의", "나", "만의", "만은", "만이", "라도", "조차"]
        var result = places.flatMap { place in after.map { place + $0 } }
        result += [
            "의", "도", "만", "만이", "만을", "만은", "만의", "만도", "만으로", "만으로도", "만에", "마저", "마저도", "조차", "조차도",
            "밖에", "뿐", "뿐만", "뿐이", "뿐인", "뿐이다", "뿐이며", "뿐이었다", "씩", "째", "쯤", "당", "별", "별로", "엔", "에선", "에겐", "에만",
            "서", "같은", "같이", "하고", "하며", "치고", "커녕", "은커녕", "는커녕", "이상", "이하", "고", "지만",
        ]
        return result
    }()

    private static let copulaConsonant: [String] = {
        var result = ["이", "인", "일", "임"].flatMap { base in [base] }
        result += [
            "이다", "이었다", "이었던", "이었고", "이었지만", "이었으나", "이던", "인데", "인데도", "이고", "이지만", "이자", "일지",
            "인지", "인지도", "입니다", "인가", "일까", "이어서", "이므로", "이라서", "이다며", "이다고", "이었다고", "이었다는", "이었다며", "임을",
            "임에도", "임이", "인만큼", "이니", "이니까", "이면", "일수록", "이기", "이기도", "이기에", "이겠지만", "일뿐", "이냐", "인가요", "이네",
            "이죠", "이지", "였다", "였던", "이여", "이었음", "이어도", "이더라도",
        ]
        return result
    }()

    private static let copulaVowel: [String] =
        copulaConsonant + [
            "다", "였다", "였던", "였고", "였지만", "였으나", "다며", "였다고", "였다는", "였다며",
            "여서", "여도", "므로", "니", "면", "지", "죠", "자", "기도", "인",
        ]
}
