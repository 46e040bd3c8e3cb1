/// A hash of 64 bits whose every bit depends on every bit of the input.
///
/// Minimum-wise hashing needs that: a weak family (a * h + b) joined unrelated articles in measurements.
enum MixingHash {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The finalizer of splitmix64 (S. Vigna, https://prng.di.unimi.it/splitmix64.c).
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
