/// Finds names of persons next to a title: `정신아 대표`, `대표에 정신아`, `John Ternus`.
///
/// A guess by rule, made to tell events apart: a name that is missed leaves the question open, it joins nothing wrong.
enum PersonScanner {
    static func persons(in text: [Unicode.Scalar], companies: [String]) -> [String] {
        let words = PersonScanner.words(of: text)
        return koreanNames(words) + latinNames(words, companies: companies)
    }

    private struct Word {
        let text: String
        /// True where only a blank stands between this word and the one before.
        let followsBlank: Bool
    }

    private static func words(of text: [Unicode.Scalar]) -> [Word] {
        var words: [Word] = []
        var current = String.UnicodeScalarView()
        var gap: [Unicode.Scalar] = []
        for scalar in text {
            if scalar.properties.isAlphabetic || scalar == "-" || scalar == "'" {
                current.append(scalar)
                continue
            }
            if !current.isEmpty {
                words.append(Word(text: String(current), followsBlank: gap == [" "]))
                current = String.UnicodeScalarView()
                gap = []
            }
            gap.append(scalar)
        }
        if !current.isEmpty { words.append(Word(text: String(current), followsBlank: gap == [" "])) }
        return words
    }

    // MARK: Korean

    /// The family names of nearly all Koreans; those that begin many common words are left out, with few bearers lost.
    private static let familyNames: Set<Character> = Set(
        "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나엄채원천방공현함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국")
    /// What stands before or after a name, stems first; a particle may follow.
    private static let titles: Set<String> = [
        "대표", "회장", "부회장", "사장", "부사장", "의장", "전무", "상무", "이사", "행장", "총재", "원장", "위원장", "창업자",
        "창업주", "센터장", "본부장", "실장", "부문장", "내정자", "후보", "최고경영자", "최고책임자", "씨", "총수", "감사",
        "이사장", "사령탑", "수장", "고문", "위원", "변호사", "교수", "검사", "내정", "선임", "영입", "발탁", "사임", "사퇴",
        "해임", "취임", "퇴임", "승진",
    ]
    /// The titles with what may follow them in the same word. One of a single syllable ends its word.
    private static let titleForms = Set(
        titles.flatMap { title in
            title.count == 1 ? [title] : (["", "에", "이사", "직"] + particles).map { title + $0 }
        } + ["CEO", "CFO", "COO", "CTO"])
    private static let longestTitleForm = titleForms.map(\.count).max() ?? 0
    private static let particles = ["으로", "에게", "에서", "은", "는", "이", "가", "을", "를", "의", "로", "와", "과", "도"]
    /// Words of three syllables that begin like a name.
    private static let noNames: Set<String> = [
        "이사회", "이사장", "이사진", "임원진", "신임이", "주주총", "정기주", "임시주", "한국의", "서울시", "전문가", "전무이", "전대표",
        "공동대", "현대표", "부회장", "부사장", "최고경", "최고책", "위원장", "위원회", "본부장", "조직개", "차기대", "신사업",
        "전임자", "후임자", "내정자", "창업자", "대표직", "대표이", "사내이", "사외이", "기타비", "감사위", "회장직", "사장직",
        "의장직", "장관급", "차관급", "국내외", "주요국", "금융권", "정부가", "인사를", "인사가", "경영권", "최대주", "소액주",
        "노동조", "조합원", "연구원", "방송사", "증권사", "남매가", "형제가", "오너가", "원로회", "선임안", "해임안", "연임안",
    ]

    private static func koreanNames(_ words: [Word]) -> [String] {
        words.indices.compactMap { place in
            guard let name = koreanName(words[place].text), isBesideTitle(words, place) else { return nil }
            return name
        }
    }

    private static func koreanName(_ word: String) -> String? {
        guard let first = word.first, familyNames.contains(first) else { return nil }
        var name = word
        if name.count > 3, let particle = particles.first(where: name.hasSuffix) {
            name = String(name.dropLast(particle.count))
        }
        guard name.count == 3, !noNames.contains(name),
            name.unicodeScalars.allSatisfy({ (0xAC00...0xD7A3).contains($0.value) }),
            !(1...3).contains(where: { titles.contains(String(name.suffix($0))) })
        else { return nil }
        return name
    }

    /// A title within two words after the name, or right before it.
    private static func isBesideTitle(_ words: [Word], _ place: Int) -> Bool {
        for next in (place + 1)..<(place + 4) where next < words.count && isTitle(words[next].text) { return true }
        return place > 0 && isTitle(words[place - 1].text)
    }

    /// True for a word that ends as a title does: `대표`, `부회장은`, `신임대표이사에`. Latin ones stand alone.
    private static func isTitle(_ word: String) -> Bool {
        guard word.last?.isASCII == false else { return titleForms.contains(word) }
        return (1...min(longestTitleForm, word.count)).contains { titleForms.contains(String(word.suffix($0))) }
    }

    // MARK: Latin letters

    private static let commonWords: Set<String> = [
        "the", "a", "an", "of", "in", "on", "at", "by", "for", "to", "with", "from", "as", "and", "or", "new", "former",
        "chief", "executive", "officer", "financial", "operating", "president", "chairman", "chairwoman", "chair",
        "vice",
        "senior", "director", "board", "ceo", "cfo", "coo", "cto", "mr", "ms", "mrs", "dr", "inc", "corp", "co", "ltd",
        "group", "company", "bank", "court", "district", "judge", "justice", "department", "united", "states", "new",
        "york",
        "south", "north", "korea", "korean", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "securities", "exchange", "commission", "wall", "street", "federal", "supreme", "attorney",
        "general",
    ]

    /// The last of two or three capitalised words in a row that name no company and nothing common.
    private static func latinNames(_ words: [Word], companies: [String]) -> [String] {
        let latin = words.filter { $0.text.first?.isASCII == true }
        let capital = latin.filter { isCapitalised($0.text) }
        // In a headline with every word in capitals a capital tells nothing.
        guard latin.count > 0, capital.count * 10 < latin.count * 7 else { return [] }
        let taken = Set(companies.flatMap { $0.lowercased().split(separator: " ").map(String.init) })
        var names: [String] = []
        var run: [String] = []
        func endRun() {
            if (2...3).contains(run.count), let last = run.last { names.append(last) }
            run = []
        }
        for word in words {
            let lower = word.text.lowercased()
            let stem = lower.hasSuffix("'s") ? String(lower.dropLast(2)) : lower
            if !isCapitalised(word.text) || commonWords.contains(stem) || taken.contains(stem) {
                endRun()
                continue
            }
            if !word.followsBlank { endRun() }
            run.append(stem)
            if stem != lower { endRun() }
        }
        endRun()
        return names
    }

    private static func isCapitalised(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count > 1, (0x41...0x5A).contains(scalars[0].value) else { return false }
        return (0x61...0x7A).contains(scalars[1].value) || scalars[1] == "'"
    }
}
