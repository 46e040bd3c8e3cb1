import CharacterDecoding
import Testing

private func decode(
    _ bytes: [UInt8], override: String? = nil, contentType: String? = nil, _ declaration: TextDecoder.Declaration = .xml
) -> DecodedText {
    TextDecoder(override: override).decode(bytes, contentType: contentType, declaration: declaration)
}

/// "한국" in EUC-KR and "갂" (only CP949 has it).
private let korean: [UInt8] = [0xC7, 0xD1, 0xB1, 0xB9, 0x81, 0x41]

@Suite struct OrderOfSources {
    @Test func aByteOrderMarkIsOverAllElse() {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("<?xml encoding='euc-kr'?>한".utf8)
        let text = decode(bytes, override: "euc-kr", contentType: "text/xml; charset=windows-1251")
        #expect(text.encoding == "utf-8")
        #expect(text.text == "<?xml encoding='euc-kr'?>한")
        #expect(text.problems.isEmpty)
    }

    @Test func theOverrideIsOverTheServer() {
        let text = decode(korean, override: "EUC-KR", contentType: "text/xml; charset=utf-8")
        #expect(text.text == "한국갂")
        #expect(text.encoding == "euc-kr")
    }

    @Test func anUnknownOverrideIsToldAndPassedOver() {
        let text = decode(Array("한".utf8), override: "klingon", contentType: nil)
        #expect(text.text == "한")
        #expect(text.problems == ["the configured character set \"klingon\" is not known"])
    }

    @Test func validUTF8IsOverAWrongServer() {
        let text = decode(Array("한국".utf8), contentType: "text/xml; charset=euc-kr")
        #expect(text.text == "한국")
        #expect(text.encoding == "utf-8")
        #expect(text.problems == ["declared as euc-kr, but the bytes are utf-8"])
    }

    @Test func theServerIsOverTheDocument() {
        let bytes = Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?>".utf8) + [0xCF, 0xF0]
        #expect(decode(bytes, contentType: "text/xml;charset=\"windows-1251\"").text.hasSuffix("Пр"))
    }

    @Test func aBogusServerCharsetFallsBackToTheDocument() {
        let bytes = Array("<?xml version='1.0' encoding='koi8-r'?>".utf8) + [0xF0, 0xD2]
        let text = decode(bytes, contentType: "text/xml; charset=none")
        #expect(text.text.hasSuffix("Пр"))
        #expect(text.encoding == "koi8-r")
        #expect(text.problems == ["the server's character set \"none\" is not known"])
    }

    @Test func aServerWithoutCharsetLeavesItToTheDocument() {
        let bytes = Array("<?xml version='1.0' encoding='euc-kr'?>".utf8) + korean
        #expect(decode(bytes, contentType: "text/xml").text.hasSuffix("한국갂"))
    }

    @Test func aServerDefaultOfLatin1DoesNotHideKorean() {
        let bytes = Array("<?xml version='1.0' encoding='euc-kr'?>".utf8) + korean
        let text = decode(bytes, contentType: "text/xml; charset=ISO-8859-1")
        #expect(text.text.hasSuffix("한국갂"))
        #expect(text.problems == ["the server says iso-8859-1, but the document is euc-kr as it says itself"])
    }

    @Test(arguments: [
        "<meta charset=euc-kr>", "<META CHARSET='EUC-KR'>",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ks_c_5601-1987\">",
        "<meta name=a content=b><meta charset=\"euc-kr\" />", "<?xml version=\"1.0\" encoding=\"euc-kr\"?>",
    ])
    func aPageDeclaresItself(head: String) {
        let text = decode(Array(head.utf8) + korean + [0xFF], .html)
        #expect(text.text.hasSuffix("한국갂\u{FFFD}"))
        #expect(text.encoding == "euc-kr")
        #expect(text.problems == ["1 place could not be read as euc-kr"])
    }
}

@Suite struct Guesses {
    @Test func koreanWithoutAnyDeclaration() {
        let text = decode(korean, .none)
        #expect(text.text == "한국갂")
        #expect(text.encoding == "euc-kr")
    }

    @Test func latinLettersWithoutAnyDeclaration() {
        let bytes = Array("Soci".utf8) + [0xE9, 0x74, 0xE9, 0x20, 0x93, 0x78, 0x94, 0x80]
        let text = decode(bytes, .none)
        #expect(text.text == "Société \u{201C}x\u{201D}€")
        #expect(text.encoding == "windows-1252")
    }

    @Test func koreanThatIsDeclaredAsUTF8() {
        let text = decode(korean, contentType: "text/xml; charset=utf-8")
        #expect(text.text == "한국갂")
        #expect(text.problems == ["declared as utf-8, but the bytes are euc-kr"])
    }

    @Test func utf8WithABrokenPlaceStaysUTF8() {
        let bytes = Array("한국 뉴스".utf8) + [0xED, 0x95]
        let text = decode(bytes, contentType: "text/xml; charset=utf-8")
        #expect(text.text == "한국 뉴스\u{FFFD}")
        #expect(text.encoding == "utf-8")
        #expect(text.problems == ["1 place could not be read as utf-8"])
        #expect(decode(bytes, .none).text == "한국 뉴스\u{FFFD}")
    }

    @Test func emptyBytesAreEmptyText() {
        #expect(decode([]) == DecodedText(text: "", encoding: "utf-8"))
    }
}

@Suite struct WideSets {
    @Test(arguments: [true, false], [true, false])
    func utf16(bigEndian: Bool, marked: Bool) {
        let text = "<?xml encoding=\"utf-16\"?>한𝄞"
        var bytes: [UInt8] = []
        for unit in (marked ? "\u{FEFF}" + text : text).utf16 {
            let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
            bytes += bigEndian ? pair : pair.reversed()
        }
        let decoded = decode(bytes, contentType: "text/xml; charset=utf-8")
        #expect(decoded.text == text)
        #expect(decoded.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
        #expect(decode(bytes.dropLast()).text.hasSuffix("\u{FFFD}"))
    }

    @Test(arguments: [true, false], [true, false])
    func utf32(bigEndian: Bool, marked: Bool) {
        var bytes: [UInt8] = []
        for scalar in (marked ? "\u{FEFF}<a>한𝄞" : "<a>한𝄞").unicodeScalars {
            let four = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
            bytes += bigEndian ? four : four.reversed()
        }
        #expect(decode(bytes).text == "<a>한𝄞")
    }

    @Test func loneSurrogatesAreReplaced() {
        let decoded = decode([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC])
        #expect(decoded.text == "\u{FFFD}A\u{FFFD}")
        #expect(decoded.problems == ["2 places could not be read as utf-16le"])
    }

    @Test func aWideSetThatCannotBeTrueIsPassedOver() {
        #expect(decode(Array("<?xml version='1.0' encoding='utf-16'?>é".utf8)).text.hasSuffix("é"))
    }
}

struct CharsetReasonTests {
    private static let korean: [UInt8] = [0xB0, 0xA1, 0xB6, 0xF7, 0xC0, 0xFC, 0xC0, 0xDA, 0x20, 0xBC, 0xD2, 0xBC, 0xDB]

    @Test func sayWhatDecided() {
        func reason(_ bytes: [UInt8], type: String? = nil, override: String? = nil) -> CharsetReason {
            TextDecoder(override: override).decodeToUTF8(bytes, contentType: type, declaration: .html).reason
        }
        let declared = Array("<meta charset=\"euc-kr\">".utf8) + Self.korean
        #expect(reason([0xEF, 0xBB, 0xBF, 0x61]) == .byteOrderMark)
        #expect(reason(Self.korean, override: "euc-kr") == .configured)
        #expect(reason(Array("가람전자".utf8), type: "text/html; charset=euc-kr") == .validUTF8)
        #expect(reason(Self.korean, type: "text/html; charset=euc-kr") == .server)
        #expect(reason(declared) == .document)
        #expect(reason(declared, type: "text/html; charset=iso-8859-1") == .document)
        #expect(reason(Self.korean) == .guessed)
        #expect(reason(Self.korean, type: "text/html; charset=utf-8") == .guessed)
    }
}
