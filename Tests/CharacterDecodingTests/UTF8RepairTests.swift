import TestSupport
import Testing

@testable import CharacterDecoding

@Suite struct UTF8RepairTests {
    @Test(
        arguments: [
            ([], true), ([0x61], true), ([0xEA, 0xB0, 0x80], true), ([0xF0, 0x9F, 0x98, 0x80], true),
            ([0x80], false), ([0xC0, 0x80], false), ([0xED, 0xA0, 0x80], false), ([0xF4, 0x90, 0x80, 0x80], false),
            ([0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0xEA, 0xB0], false), ([0xEA, 0xB0, 0x61], false),
        ] as [([UInt8], Bool)])
    func `surrogates, overlong forms and cut characters are not valid`(bytes: [UInt8], isValid: Bool) {
        #expect(UTF8Repair.isValid(bytes) == isValid)
    }

    /// The standard library's reading is the measure; ours only is faster.
    @Test func `random bytes are judged as the standard library does`() {
        var random = SplitMix(seed: 11)
        let pieces: [[UInt8]] = [
            Array("가나다".utf8), Array("plain text of some length ".utf8), [0xC3, 0xA9], [0xE2, 0x80], [0xFF],
            [0xED, 0xBF, 0xBF],
            [0xF0, 0x9F, 0x93, 0x88], [0x00], [0xF4, 0x8F, 0xBF, 0xBF], [0xE0, 0x9F, 0xBF],
        ]
        for _ in 0..<5_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int(random.next() % 6) {
                // Broken pieces are rare, so that both answers are met.
                let count = random.next() % 4 == 0 ? pieces.count : 3
                bytes += pieces[Int(random.next() % UInt64(count))]
            }
            #expect(UTF8Repair.isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }
}
