import TestSupport
import Testing

@testable import Alerting

struct CleanTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("a\nb\r\nc\td", "a b c d"), ("  a   b  ", "a b"),
        ("\u{1B}[31mred\u{1B}[0m", "[31mred [0m"),
        ("a\u{9B}b", "a b"), ("a\u{7F}b", "a b"), ("a\u{202E}b\u{2069}c", "abc"), ("a\u{200B}b\u{FEFF}c", "abc"),
        ("a\u{2028}b\u{85}c", "a b c"), ("가\u{3000}나", "가 나"), ("\u{E0041}x", "x"), ("👨‍👩‍👧 家", "👨‍👩‍👧 家"), ("", ""),
        ("\n\u{200B}\n", ""),
    ])
    func oneCleanLine(text: String, expected: String) {
        #expect(CleanText.line(text) == expected)
    }

    @Test func linesKeepTheirIndentation() {
        #expect(CleanText.lines("a\u{7}b\n  c\t d\n\n   \u{202E}e") == "a b\n  c d\n\n   e")
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("가나다라", 3, "가나…"), ("😀😀😀", 4, "😀…"), ("각각", 1, "…"),
        ("a👨‍👩‍👧b", 6, "a…"), ("abc", 0, ""),
    ])
    func cuts(text: String, limit: Int, expected: String) {
        #expect(CleanText.cut(text, limit: limit) == expected)
    }

    @Test func oneEndlessGraphemeIsCutToo() {
        let chain = "e" + String(repeating: "\u{301}", count: 1_000_000)
        let cut = CleanText.line(chain, limit: 100)
        #expect(cut.utf16.count <= 100)
        #expect(cut.unicodeScalars.first == "e")
        #expect(cut.unicodeScalars.last == "…")
    }

    /// R22: whatever a feed sends, a line stays a line.
    @Test func generatedTextNeverBreaksALine() {
        var random = SplitMix(seed: 7)
        let pool: [UInt32] = [
            0x00, 0x07, 0x0A, 0x0D, 0x1B, 0x20, 0x41, 0x7F, 0x85, 0x9B, 0xA0, 0x200B, 0x200D, 0x2028, 0x202E, 0x2066,
            0xAC00,
            0x301, 0xFEFF, 0x1F600, 0xE0020, 0x3C, 0x26,
        ]
        for _ in 0..<20_000 {
            let scalars = (0..<Int(random.next() % 24)).compactMap { _ in
                Unicode.Scalar(pool[Int(random.next() % UInt64(pool.count))])
            }
            let line = CleanText.line(String(String.UnicodeScalarView(scalars)), limit: 12)
            #expect(line.utf16.count <= 12)
            #expect(
                line.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x202A...0x202E).contains($0.value)
                        && !(0x2066...0x2069).contains($0.value) && $0.value != 0x2028
                })
        }
    }
}
