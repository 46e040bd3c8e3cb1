/// The inflected forms of English words that the marks /n, /v and /a of a lexicon term ask for.
enum EnglishForms {
    /// profit -> profit, profits; company -> companies; loss -> losses.
    static func noun(_ word: String, irregular: [String]) -> [String] {
        irregular.isEmpty ? [word, plural(word)] : [word] + irregular
    }

    /// rise(rose,risen) -> rise, rises, rising, rose, risen; without irregular forms the past is regular.
    static func verb(_ word: String, irregular: [String]) -> [String] {
        let (stem, rest) = split(word)
        var forms = [stem, plural(stem)]
        forms += irregular.isEmpty ? [past(stem)] : irregular
        forms.append(gerund(stem))
        // Both spellings of a doubled l are in use: cancelled, canceled.
        if stem.hasSuffix("el") || stem.hasSuffix("al"), stem.count > 4 {
            forms += [stem + "ed", stem + "ing", stem + "led", stem + "ling"]
        }
        return unique(forms.map { $0 + rest })
    }

    /// strong -> strong, stronger, strongest.
    static func adjective(_ word: String, irregular: [String]) -> [String] {
        if !irregular.isEmpty { return [word] + irregular }
        if word.hasSuffix("e") { return [word, word + "r", word + "st"] }
        if endsInConsonantY(word) {
            let stem = String(word.dropLast())
            return [word, stem + "ier", stem + "iest"]
        }
        let base = doubled(word)
        return [word, base + "er", base + "est"]
    }

    /// A verb of several words inflects its first: "step down" -> "stepped down".
    private static func split(_ word: String) -> (stem: String, rest: String) {
        guard let space = word.firstIndex(of: " ") else { return (word, "") }
        return (String(word[..<space]), String(word[space...]))
    }

    private static func plural(_ word: String) -> String {
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
        if word.hasSuffix("o"), !word.hasSuffix("oo"), word.count > 2, word != "memo", word != "ceo" {
            return word + "es"
        }
        if endsInConsonantY(word) { return word.dropLast() + "ies" }
        return word + "s"
    }

    private static func past(_ word: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        if endsInConsonantY(word) { return word.dropLast() + "ied" }
        return doubled(word) + "ed"
    }

    private static func gerund(_ word: String) -> String {
        if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
        if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("oe") { return word.dropLast() + "ing" }
        return doubled(word) + "ing"
    }

    /// stop -> stopp, plan -> plann: one vowel before one consonant, in a short word.
    private static func doubled(_ word: String) -> String {
        let letters = Array(word)
        guard letters.count >= 3, let last = letters.last, isConsonant(last), !"wxy".contains(last),
            !isConsonant(letters[letters.count - 2]), isConsonant(letters[letters.count - 3])
        else { return word }
        let vowels = letters.filter { !isConsonant($0) }.count
        if vowels == 1 || doubling.contains(word) { return word + String(last) }
        return word
    }

    /// Longer verbs stressed on the last syllable.
    private static let doubling: Set<String> = [
        "refer", "defer", "incur", "occur", "admit", "commit", "omit", "permit", "submit", "transfer",
        "rebut", "regret", "upset", "offset", "recur", "infer", "confer", "compel", "expel", "propel", "rebel",
        "control", "outbid", "acquit",
        "equip", "begin", "unplug", "resubmit", "prefer", "impel", "dispel", "cancel",
    ]

    private static func endsInConsonantY(_ word: String) -> Bool {
        let letters = Array(word)
        return letters.count >= 2 && letters.last == "y" && isConsonant(letters[letters.count - 2])
    }

    private static func isConsonant(_ letter: Character) -> Bool {
        !"aeiou".contains(letter)
    }

    private static func unique(_ forms: [String]) -> [String] {
        var seen: Set<String> = []
        return forms.filter { seen.insert($0).inserted }
    }
}
