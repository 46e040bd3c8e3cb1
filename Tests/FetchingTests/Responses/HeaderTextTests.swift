import Fetching
import Testing

struct HeaderTextTests {
    /// Random bytes, valid and broken UTF-8, and the private scalars: all come back.
    @Test func comesBackByteForByte() {
        var generator = SystemRandomNumberGenerator()
        var cases: [[UInt8]] = [
            [], Array("\"abc\"".utf8), Array("W/\"한글\"".utf8), [0xE9], [0xED, 0xA0, 0x80], [0xC3],
            [0xF4, 0x8F, 0xBE, 0x80],
            [0xF4, 0x8F, 0xBF, 0xBF], Array(0x80...0xFF), [0xF0, 0x9F, 0x98, 0x80], [0xE2, 0x82], [0xC0, 0x80],
        ]
        for _ in 0..<300 {
            cases.append(
                (0..<20).map { _ in UInt8.random(in: 1...255, using: &generator) }.filter { $0 != 10 && $0 != 13 })
        }
        for bytes in cases {
            #expect(HeaderText.encode(HeaderText.decode(bytes)) == bytes)
        }
    }

    @Test func keepsValidTextReadable() {
        #expect(HeaderText.decode(Array("W/\"한글\"".utf8)) == "W/\"한글\"")
    }

    @Test func dropsWhatCouldEndAHeader() {
        #expect(HeaderText.encode("a\r\nX-Evil: 1\0b") == Array("aX-Evil: 1b".utf8))
    }
}
