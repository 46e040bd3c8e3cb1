/// Writes tables one after another, each with its count before it; all numbers little-endian.
struct ImageWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: Int) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func write(_ values: [UInt32]) {
        write(values.count)
        for value in values {
            for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
        }
    }

    mutating func write(_ values: [Int32]) {
        write(values.map(UInt32.init(bitPattern:)))
    }

    mutating func write(_ values: [UInt8]) {
        write(values.count)
        bytes += values
    }

    mutating func write(_ values: [Bool]) {
        write(values.map { $0 ? 1 : 0 } as [UInt8])
    }

    mutating func write(_ values: [Double]) {
        write(values.flatMap { [UInt32(truncatingIfNeeded: $0.bitPattern), UInt32($0.bitPattern >> 32)] })
    }

    mutating func write(_ values: [String]) {
        write(values.map { UInt32($0.utf8.count) })
        write(values.flatMap(\.utf8))
    }
}
