import NewsModel
import Testing

@testable import Stories

struct CompactFingerprintTests {
    private static func fingerprint(_ words: [String]) -> Fingerprint {
        Fingerprint(title: "", body: words.joined(separator: " "))
    }

    @Test func fourBitsTellTheSameShareAsEight() {
        var lines = Lines(words: Lines.english, seed: 9)
        for share in [0.0, 0.02, 0.1, 0.3, 1] {
            var (whole, half) = (0.0, 0.0)
            for _ in 0..<100 {
                let text = lines.text(80)
                let (a, b) = (Self.fingerprint(text), Self.fingerprint(lines.changed(text, share: share)))
                whole += Fingerprint.similarity(a, b)
                half += CompactFingerprint(a).similarity(CompactFingerprint(b))
            }
            #expect(abs(whole - half) / 100 < 0.03, "share \(share): \(whole / 100) and \(half / 100)")
        }
    }

    @Test func equalTextsAreOneAndKindsAreNotCompared() {
        let long = CompactFingerprint(Self.fingerprint(["one", "two", "three", "four", "five", "six"]))
        let same = CompactFingerprint(Self.fingerprint(["One,", "two", "three", "four", "five", "six"]))
        let headline = CompactFingerprint(Fingerprint(title: "one two three four five six", body: ""))
        #expect(long.similarity(same) == 1)
        #expect(long.similarity(headline) == 0)
        #expect(long.isFindable)
        #expect(!CompactFingerprint(Self.fingerprint(["one", "two"])).isFindable)
    }

    @Test func everyPlaceCounts() {
        let base = CompactFingerprint(Self.fingerprint(["one", "two", "three", "four", "five", "six", "seven"]))
        for place in 0..<128 {
            var places = base.places
            places[place >> 4] ^= 1 << UInt64(4 * (place & 15) + place % 4)
            let share = base.share(places)
            #expect(abs(share - (127.0 - 8) / 120) < 1e-9)
        }
    }
}
