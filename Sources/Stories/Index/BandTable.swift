/// Finds fingerprints that may be near: those that agree in the first four of the eight places of one band
/// (locality-sensitive hashing).
///
/// With 16 bands a pair that has 0.8 in common is found with probability 0.9999, one with 0.5 with 0.73, one with 0.1 with
/// 0.01, and one with nothing once in 4096. Takes 96 to 128 bytes a fingerprint.
struct BandTable {
    static let bandCount = 16
    /// Fingerprints that are compared a band. Thousands of texts from one template would else make each look-up slow.
    private static let longestChain = 64
    /// Four bits for each of four places.
    private static let keyMask: UInt64 = 1 << 16 - 1

    /// For each bucket the newest link in it, or -1.
    private var heads: [Int32]
    /// For each link (slot * bandCount + band) the next older one in its bucket, or -1.
    private var next = ChunkedArray<Int32>()

    init(capacity: Int = 0) {
        var count = 1024
        while count < capacity * Self.bandCount { count *= 2 }
        heads = Array(repeating: -1, count: count)
    }

    /// Slots in the table.
    var slotCount: Int { next.count / Self.bandCount }
    /// True where the table is full enough to be built anew with a larger capacity.
    var isCrowded: Bool { next.count >= heads.count * 2 }

    /// Appends the next slot, of a text of one kind. One that is not to be found passes nil.
    mutating func append(_ places: SIMD8<UInt64>?, kind: UInt8) {
        let slot = slotCount
        for band in 0..<Self.bandCount {
            guard let places else {
                next.append(-1)
                continue
            }
            let bucket = bucket(places, kind, band)
            next.append(heads[bucket])
            heads[bucket] = Int32(slot * Self.bandCount + band)
        }
    }

    /// Calls `visit` with slots whose fingerprint may be near, newest first in each band; a slot may come repeatedly.
    func candidates(_ places: SIMD8<UInt64>, kind: UInt8, _ visit: (Int) -> Void) {
        for band in 0..<Self.bandCount {
            var link = heads[bucket(places, kind, band)]
            var left = Self.longestChain
            while link >= 0, left > 0 {
                if Int(link) % Self.bandCount == band { visit(Int(link) / Self.bandCount) }
                link = next[Int(link)]
                left -= 1
            }
        }
    }

    private func bucket(_ places: SIMD8<UInt64>, _ kind: UInt8, _ band: Int) -> Int {
        let key = places[band >> 1] >> UInt64(32 * (band & 1)) & Self.keyMask
        let whole = key << 16 | UInt64(band) << 8 | UInt64(kind)
        return Int(truncatingIfNeeded: MixingHash.mix(whole)) & (heads.count - 1)
    }
}
