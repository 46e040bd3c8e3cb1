public import NewsModel

/// Tells Korean and English from all else by letters and function words.
public enum LanguageDetector {
    /// How many bytes of a text are looked at.
    static let maximumLength = 16_384

    /// The language of a text; `undetermined` for other languages and for texts without enough letters.
    ///
    /// Korean: Hangul is at least a quarter of the letters, where a syllable counts as two. English: Latin letters nearly
    /// without marks, and more English than other European function words; a short headline of plain Latin letters with
    /// neither is taken as English.
    public static func language(of text: String) -> Language {
        var counter = LetterCounter()
        counter.count(text.utf8.prefix(maximumLength))
        let hangul = counter.hangul * 2
        let letters = hangul + counter.latin + counter.marked + counter.other * 2
        guard letters >= 2 else { return .undetermined }
        if counter.hangul > 0, hangul * 4 >= letters, hangul > counter.kana * 2 { return .korean }
        guard counter.latin * 10 >= letters * 9, counter.marked * 50 <= letters, counter.words > 0 else {
            return .undetermined
        }
        if counter.english == 0, counter.foreign == 0 {
            return counter.words <= 20 && counter.marked == 0 && counter.latin >= 4 ? .english : .undetermined
        }
        return counter.english > counter.foreign ? .english : .undetermined
    }
}

/// Counts letters by script, and function words.
private struct LetterCounter {
    var hangul = 0
    var latin = 0
    /// Latin letters with marks.
    var marked = 0
    var kana = 0
    /// Letters of other scripts, Chinese among them.
    var other = 0
    var words = 0
    var english = 0
    var foreign = 0

    mutating func count(_ bytes: some Sequence<UInt8>) {
        var word: [UInt8] = []
        var wordIsPlain = true
        var lead: UInt8 = 0
        var second: UInt8 = 0
        for byte in bytes {
            if byte >= 0x80, byte < 0xC0 {
                if lead != 0, second == 0 {
                    second = byte
                    countScalar(lead, byte)
                    lead = 0
                }
                continue
            }
            second = 0
            lead = byte >= 0xC0 ? byte : 0
            if ASCII.isLetter(byte) {
                latin += 1
                if word.count < 12 { word.append(byte | 0x20) } else { wordIsPlain = false }
            } else {
                if byte >= 0xC0 && byte <= 0xC9 { wordIsPlain = false }
                // "don't": an apostrophe ends a word, so that "l'État" yields "l".
                if !word.isEmpty, byte < 0xC0 || byte > 0xC9 { endWord(&word, &wordIsPlain) }
            }
        }
        endWord(&word, &wordIsPlain)
    }

    private mutating func endWord(_ word: inout [UInt8], _ isPlain: inout Bool) {
        defer {
            word.removeAll(keepingCapacity: true)
            isPlain = true
        }
        guard !word.isEmpty else { return }
        words += 1
        guard isPlain else { return }
        if Self.englishWords.contains(word) { english += 1 } else if Self.foreignWords.contains(word) { foreign += 1 }
    }

    private mutating func countScalar(_ lead: UInt8, _ second: UInt8) {
        switch lead {
        case 0xC3...0xC9: marked += 1
        case 0xE1 where second >= 0x84 && second <= 0x87: hangul += 1
        case 0xE1 where second >= 0xB8 && second <= 0xBB: marked += 1
        case 0xE3 where second >= 0x84 && second <= 0x86: hangul += 1
        case 0xE3 where second >= 0x81 && second <= 0x83:
            kana += 1
            other += 1
        case 0xEA where second >= 0xB0, 0xED where second <= 0x9E: hangul += 1
        case 0xEB, 0xEC: hangul += 1
        case 0xE3 where second >= 0x90: other += 1
        case 0xE4...0xE9, 0xCA...0xDF, 0xE0: other += 1
        default: break
        }
    }

    private static func words(_ text: String) -> Set<[UInt8]> {
        Set(text.split(separator: " ").map { Array($0.utf8) })
    }

    /// English function words that no other language of the press shares.
    private static let englishWords = words(
        "the of and to with from by that this its it was were has have had will would could should been be are not than "
            + "after before over under into about as at on for is their his her they he she we you which who what when how "
            + "why more new up out off amid says said may but or if all an against between during while")

    /// Function words of French, Spanish, Portuguese, Italian, German, Dutch, Nordic languages, Polish, Turkish, Indonesian.
    private static let foreignWords = words(
        "le la les des du et est une dans pour que qui sur avec par pas plus au aux ce cette ses son el los las del un una con "
            + "para por se su al como mas lo os da do na em um uma com ao il di che gli della per non sono nel dei alla der "
            + "das und ist ein eine von mit den dem auf nicht sich zu im het een van voor op te zijn niet och att det som av "
            + "ikke og til er ve bir bu ile da dan yang di untuk dengan pada nie jest na w z sie ja oder bei auch")
}
