import Testing

@testable import Extraction

struct LineBuilderTests {
    private func line(_ text: String) -> String {
        var builder = LineBuilder()
        builder.append(Array(text.utf8)[...])
        return String(decoding: builder.finished(), as: UTF8.self)
    }

    @Test(arguments: [
        ("  a \t\r\n b  ", "a b"), ("가\u{A0}\u{3000}나", "가 나"), ("a\u{2003}\u{202F}b", "a b"),
        ("a\u{200B}\u{FEFF}\u{AD}b", "ab"),
        ("a\u{202E}b\u{2066}c", "abc"), ("a\u{7F}b\u{1}c", "a b c"), ("a\u{9B}b", "ab"), ("“가…나”", "“가…나”"), ("", ""),
    ])
    func `white space is evened, invisible signs go`(text: String, wanted: String) {
        #expect(line(text) == wanted)
    }

    @Test func `cut sequences do no harm`() {
        var builder = LineBuilder()
        for byte in [UInt8](0x80...0xFF) { builder.append([byte]) }
        #expect(builder.finished().count == 128)
    }

    @Test(arguments: [("", 0), ("abc", 3), ("a  b ", 4), ("가나", 4), ("é", 1), ("日本", 4), ("😀", 2)])
    func `weights are Latin letters`(text: String, weight: Int) {
        #expect(TextWeight.of(text) == weight)
    }
}
