import Testing

@testable import Extraction

struct JSONReaderTests {
    private func read(_ text: String) -> JSONValue? {
        JSONReader.value(in: Array(text.utf8)[...])?.value
    }

    @Test func `values of all kinds`() {
        let value = read(#"{"a": "x\n\u00e9\ud83d\ude00\/", "b": [1, -2.5e1, true, null], "c": {"d": "e"}, }"#)
        #expect(value?["a"]?.string == "x\né😀/")
        #expect(value?["b"]?.elements.count == 4)
        #expect(value?["c"]?["d"]?.string == "e")
        #expect(value?["missing"] == nil)
    }

    @Test func `what pages get wrong is taken`() {
        #expect(read("{\"a\": \"line\nbreak\"}")?["a"]?.string == "line\nbreak")
        #expect(read("[1,,2,]")?.elements.count == 2)
        #expect(read("{\"a\": undefined}; more")?["a"] != nil)
        #expect(read("\"\\ud83d alone\"")?.string == "\u{FFFD} alone")
    }

    @Test(arguments: ["", "{", "{\"a\"", "{\"a\":", "[1", "\"open", "}", String(repeating: "[", count: 100_000)])
    func `what is no JSON gives none`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `the end of a value is told`() {
        let bytes = Array("{\"a\":1};x".utf8)
        #expect(JSONReader.value(in: bytes[...])?.end == 7)
    }
}
