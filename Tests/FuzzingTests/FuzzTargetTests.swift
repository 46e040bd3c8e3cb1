import Fuzzing
import TestSupport
import Testing

@Suite("Fuzz targets, on their seeds and a fixed set of mutations")
struct FuzzTargetTests {
    /// Changes a few bytes: what `make fuzz` does for long and led by coverage, short and the same each time.
    private func mutated(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = seed
        for _ in 0...random.next() % 4 where !bytes.isEmpty {
            let place = Int(random.next() % UInt64(bytes.count))
            let length = Int(random.next() % 8)
            switch random.next() % 4 {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.removeSubrange(place..<min(place + length, bytes.count))
            case 2: bytes.insert(contentsOf: seed.suffix(length), at: place)
            default:
                bytes.insert(contentsOf: bytes[place...].prefix(length), at: Int(random.next() % UInt64(bytes.count)))
            }
        }
        return bytes
    }

    @Test("hold what they promise", arguments: FuzzTargets.all.map { $0.name })
    func holds(name: String) throws {
        let kind = try #require(FuzzTargets.all.first { $0.name == name })
        let target = try kind.init()
        #expect(kind.seeds.count > 2)
        for (number, seed) in kind.seeds.enumerated() {
            try target.check(seed)
            var random = SplitMix(seed: UInt64(number))
            for _ in 0..<150 {
                let bytes = mutated(seed, &random)
                #expect(throws: Never.self, "\(bytes)") { try target.check(bytes) }
            }
        }
        try target.check([])
    }

    @Test("names differ")
    func names() {
        #expect(Set(FuzzTargets.all.map { $0.name }).count == FuzzTargets.all.count)
    }
}
