internal import Crypto
import Foundation

/// A hash over a text's units: equal for texts that differ in case, blanks and punctuation only.
enum ContentHash {
    static func bytes(of units: some Sequence<UInt64>, count: Int) -> [UInt8] {
        var data: [UInt8] = []
        for unit in units {
            for shift in stride(from: 0, to: 64, by: 8) {
                data.append(UInt8(truncatingIfNeeded: unit >> UInt64(shift)))
            }
        }
        return Array(SHA256.hash(data: data).prefix(count))
    }

    static func hexadecimal(of units: TextUnits, bytes count: Int) -> String {
        Stories.hexadecimal(bytes(of: units.hashes, count: count))
    }
}
