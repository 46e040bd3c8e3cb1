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
        language(of: text, "")
    }

    /// The same for a title and a body, read as one text.
    public static func language(of title: String, _ body: String) -> Language {
        var counter = LetterCounter()
        counter.count(title.utf8.prefix(maximumLength))
        counter.count(body.utf8.prefix(max(0, maximumLength - title.utf8.count)))
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

    /// Bytes come from valid UTF-8.
    mutating func count(_ bytes: some Sequence<UInt8>) {
        var word: UInt64 = 0
        var length = 0
        var wordIsPlain = true
        var lead: UInt8 = 0
        for byte in bytes {
            let small = byte | 0x20
            if small &- 0x61 < 26 {
                word = word << 8 | UInt64(small)
                length += 1
            } else if byte < 0x80 {
                // "don't": an apostrophe ends a word, so that "l'État" yields "l".
                if length > 0 {
                    endWord(word, length, wordIsPlain)
                    (word, length, wordIsPlain) = (0, 0, true)
                }
            } else if byte >= 0xC0 {
                lead = byte
                if byte <= 0xC9 {
                    wordIsPlain = false
                } else if length > 0 {
                    endWord(word, length, wordIsPlain)
                    (word, length, wordIsPlain) = (0, 0, true)
                }
            } else if lead != 0 {
                countScalar(lead, byte)
                lead = 0
            }
        }
        endWord(word, length, wordIsPlain)
    }

    private mutating func endWord(_ word: UInt64, _ length: Int, _ isPlain: Bool) {
        guard length > 0 else { return }
        latin += length
        words += 1
        guard isPlain, length <= 8 else { return }
        switch FunctionWords.shared.kind(of: word) {
        case .english: english += 1
        case .foreign: foreign += 1
        case nil: break
        }
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
}
