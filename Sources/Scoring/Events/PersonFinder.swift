/// Finds names of persons near a rule's match: by family name and title in Korean, by capitals in English.
struct PersonFinder {
    let analysis: TextAnalysis
    let mentions: [CompanyMention]

    private static let familyNames = WordList(
        "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
            .map(String.init))
    private static let titles: [[UInt8]] = [
        "대표", "회장", "부회장", "사장", "부사장", "전무", "상무", "이사", "행장", "의장", "본부장", "창업자", "책임자",
        "부문장", "총괄", "최고", "원장", "교수", "고문", "감사", "내정자", "부행장", "신임", "센터장", "사외이사", "법인장", "총수", "ceo", "cfo",
    ]
    .map { Array($0.utf8) }

    /// Whether a Korean family name of one syllable begins at a place of a text.
    static func isFamilyName(_ text: NormalText, at start: Int) -> Bool {
        start + 3 <= text.bytes.count && familyNames.contains(text, start..<start + 3)
    }

    /// Numbers of the words in a sentence that are the name of a person.
    func words(in sentence: Int) -> [Int] {
        analysis.sentences[sentence].words.filter { isPerson($0, in: analysis.sentences[sentence].words) }
    }

    /// The name nearest to a match, as bytes of the normal form, or nil.
    func name(near firing: RuleFiring) -> [UInt8]? {
        let sentence = analysis.sentences[firing.sentence].words
        let low = max(sentence.lowerBound, Int(firing.firstWord) - 6)
        let high = min(sentence.upperBound, Int(firing.lastWord) + 7)
        var best: (distance: Int, word: Int)?
        for word in low..<high where isPerson(word, in: sentence) {
            let distance = max(Int(firing.firstWord) - word, word - Int(firing.lastWord), 0)
            if best.map({ distance < $0.distance }) ?? true { best = (distance, word) }
        }
        return best.map { key(of: analysis.words[$0.word]) }
    }

    /// In Korean the three syllables of the name, without particles.
    private func key(of word: Word) -> [UInt8] {
        let bytes = analysis.text.bytes[Int(word.start)..<Int(word.end)]
        return analysis.text.isHangul(at: Int(word.start)) ? Array(bytes.prefix(9)) : Array(bytes)
    }

    private func isPerson(_ index: Int, in sentence: Range<Int>) -> Bool {
        let word = analysis.words[index]
        if mentions.inSentence(Int(word.sentence), \.sentence).prefix(60).contains(where: {
            $0.start < word.end && word.start < $0.end
        }) {
            return false
        }
        // 선임된 begins like a family name; a word that is a cue is no name.
        if isCue(index) { return false }
        return analysis.text.isHangul(at: Int(word.start))
            ? isKoreanName(index, in: sentence) : isEnglishName(index, in: sentence)
    }

    /// The cues are in the order of the text, so the first one of the word is found by halving.
    private func isCue(_ index: Int) -> Bool {
        var low = 0
        var high = analysis.cues.count
        while low < high {
            let middle = (low + high) / 2
            if analysis.cues[middle].firstWord < index { low = middle + 1 } else { high = middle }
        }
        return low < analysis.cues.count && Int(analysis.cues[low].firstWord) == index
    }

    /// 정신아 대표, 신임 대표에 정신아, 이상호 최고AI책임자.
    private func isKoreanName(_ index: Int, in sentence: Range<Int>) -> Bool {
        let word = analysis.words[index]
        let length = Int(word.end - word.start)
        // 이라며 after a quotation is an ending.
        if word.start > 0, analysis.text.bytes[Int(word.start) - 1] == UInt8(ascii: "\"") { return false }
        guard length == 9 || (length == 12 && hasParticle(word)),
            Self.isFamilyName(analysis.text, at: Int(word.start)),
            !isTitle(word)
        else { return false }
        for near in [index + 1, index - 1, index + 2] where sentence.contains(near) {
            if isTitle(analysis.words[near]) { return true }
        }
        return false
    }

    private func hasParticle(_ word: Word) -> Bool {
        let last = analysis.text.bytes[Int(word.end) - 3..<Int(word.end)]
        return ["가", "이", "은", "는", "을", "를", "의", "씨"].contains { last.elementsEqual($0.utf8) }
    }

    private func isTitle(_ word: Word) -> Bool {
        let bytes = analysis.text.bytes[Int(word.start)..<Int(word.end)]
        return Self.titles.contains { bytes.starts(with: $0) }
    }

    /// Two capitalised words in a row that do not open the sentence alone.
    private func isEnglishName(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard sentence.contains(index + 1), isCapitalised(index), isCapitalised(index + 1) else { return false }
        return analysis.words[index + 1].start - analysis.words[index].end == 1
    }

    private func isCapitalised(_ index: Int) -> Bool {
        let word = analysis.words[index]
        let start = Int(word.start)
        guard word.end - word.start >= 3, analysis.text.characterClass(at: start) == CharacterClass.letter,
            analysis.text.flags[start] & CharacterClass.capital != 0
        else { return false }
        // All capitals are an abbreviation or shouting, not a name.
        return analysis.text.flags[start + 1] & CharacterClass.capital == 0
    }
}
