import CharacterDecoding
import Testing

private func decode(_ bytes: [UInt8], _ charset: String) -> DecodedText {
    TextDecoder(override: charset).decode(bytes, contentType: nil, declaration: .none)
}

@Suite struct LabelTests {
    @Test(arguments: [
        ("UTF8", "utf-8"), (" Latin1 ", "iso-8859-1"), ("ISO-8859-1", "iso-8859-1"), ("us-ascii", "us-ascii"),
        ("iso-8859-9", "windows-1254"), ("TIS-620", "windows-874"), ("gb2312", "gbk"), ("x-sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"), ("KSC5601", "euc-kr"), ("windows-949", "euc-kr"), ("CP949", "euc-kr"),
        ("MS949", "euc-kr"), ("korean", "euc-kr"), ("x-user-defined", "x-user-defined"), ("visual", "iso-8859-8"),
        ("logical", "iso-8859-8-i"), ("l9", "iso-8859-15"), ("866", "ibm866"), ("csbig5", "big5"),
        ("x-mac-ukrainian", "x-mac-cyrillic"), ("cp437", "cp437"), ("csiso2022jp", "iso-2022-jp"),
    ])
    func labels(label: String, name: String) {
        let decoded = decode([0x61], label)
        #expect(decoded.encoding == name)
        #expect(decoded.text == "a")
        #expect(decoded.problems.isEmpty)
    }

    @Test(arguments: ["iso-2022-kr", "utf-7", "hz-gb-2312", "utf-8//translit", "../../x", "", "none"])
    func refusedLabels(label: String) {
        #expect(decode([0x61], label).problems == ["the configured character set \"\(label)\" is not known"])
    }
}

@Suite struct KoreanTests {
    @Test(
        arguments: [
            ([0xB0, 0xA1], "가"), ([0x81, 0x41], "갂"), ([0xC6, 0x52], "힣"), ([0xFD, 0xFE], "詰"), ([0xA1, 0xA6], "…"),
            ([0xB0], "\u{FFFD}"), ([0xB0, 0x31], "\u{FFFD}1"), ([0xB0, 0xFF], "\u{FFFD}"), ([0x80, 0x41], "\u{FFFD}A"),
            ([0xFF, 0xB0, 0xA1], "\u{FFFD}가"), ([0x81, 0x5B], "\u{FFFD}["),
        ] as [([UInt8], String)])
    func pairs(bytes: [UInt8], text: String) {
        #expect(decode(bytes, "euc-kr").text == text)
    }

    @Test func everySyllableOfUnicodeCanBeRead() {
        var syllables: Set<Unicode.Scalar> = []
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x41)...0xFE {
                for scalar in decode([lead, trail], "euc-kr").text.unicodeScalars
                where (0xAC00...0xD7A3).contains(scalar.value) {
                    syllables.insert(scalar)
                }
            }
        }
        #expect(syllables.count == 11_172)
    }
}

@Suite struct OtherSets {
    @Test(
        arguments: [
            ("windows-1251", [0xCF, 0xF0, 0x98], "Пр\u{98}"), ("windows-1253", [0xC1, 0xAA], "Α\u{FFFD}"),
            ("koi8-u", [0xAE, 0xA4], "ўє"), ("iso-8859-2", [0xB1, 0x85], "ą\u{85}"),
            ("windows-1258", [0x61, 0xEC], "a\u{301}"),
            ("macintosh", [0xDB], "€"), ("x-user-defined", [0x80, 0xFF], "\u{F780}\u{F7FF}"),
            ("windows-874", [0xA1], "ก"),
            ("shift_jis", [0x83, 0x65, 0x87, 0x40], "テ①"), ("euc-jp", [0xA5, 0xC6], "テ"), ("gbk", [0xD6, 0xD0], "中"),
            ("gb18030", [0x81, 0x30, 0x81, 0x30], "\u{80}"), ("big5", [0xA4, 0xA4], "中"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x25, 0x46, 0x1B, 0x28, 0x42], "テ"), ("cp437", [0x80], "Ç"),
        ] as [(String, [UInt8], String)])
    func samples(charset: String, bytes: [UInt8], text: String) {
        #expect(decode(bytes, charset).text == text)
    }

    @Test func brokenBytesAreReplacedOneByOne() {
        let decoded = decode([0x83, 0x65, 0x81, 0x01, 0x41], "shift_jis")
        #expect(decoded.text == "テ\u{FFFD}\u{01}A")
        #expect(decoded.problems == ["1 place could not be read as shift_jis"])
    }

    @Test func manyBrokenBytesTakeLinearTime() {
        let bytes = [UInt8](repeating: 0xFF, count: 40_000)
        #expect(decode(bytes, "big5").text.unicodeScalars.count == 40_000)
    }

    @Test func noBytesCrashAnySet() {
        var random = SystemRandomNumberGenerator()
        for charset in [
            "utf-8", "utf-16le", "utf-32be", "euc-kr", "gbk", "big5", "euc-jp", "iso-2022-jp", "windows-1255",
        ] {
            let bytes = (0..<3000).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(!decode(bytes, charset).text.isEmpty)
        }
    }
}
