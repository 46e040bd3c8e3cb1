internal import Crypto
import Foundation

/// A hash over a text's units: equal for texts that differ in case, blanks and punctuation only.
enum ContentHash {
    /// The first bytes of a SHA-256 over the units, each as eight bytes, the lowest first.
    static func bytes(of units: ArraySlice<UInt64>, count: Int) -> [UInt8] {
        var hash = SHA256()
        // On the machines that this runs on an integer lies in memory in just that order.
        unsafe units.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }  // buffer: for this call
        return Array(hash.finalize().prefix(count))
    }

    /// 64 bits over the units, for comparing within the window only: an eighth of the time. Whoever makes two texts agree in
    /// it could as well have copied the text.
    static func quick(of units: ArraySlice<UInt64>) -> UInt64 {
        units.reduce(MixingHash.mix(UInt64(units.count))) { MixingHash.mix($0 ^ $1) }
    }

    static func hexadecimal(of units: TextUnits, bytes count: Int) -> String {
        Stories.hexadecimal(bytes(of: units.hashes[...], count: count))
    }
}
