/// One way to write the bytes of a path or a query.
enum PercentCoding {
    /// Letters, digits and `-._~` stand for themselves, other escapes are in capitals, and bytes beyond ASCII are escaped.
    static func normal(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var position = raw.startIndex
        while position < raw.endIndex {
            let byte = raw[position]
            if byte == percent, position + 2 < raw.endIndex, let high = digit(raw[position + 1]),
                let low = digit(raw[position + 2])
            {
                append(high << 4 | low, wasEscaped: true, to: &result)
                position += 3
            } else {
                append(byte, wasEscaped: false, to: &result)
                position += 1
            }
        }
        return result
    }

    private static let percent = UInt8(ascii: "%")
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func append(_ byte: UInt8, wasEscaped: Bool, to result: inout [UInt8]) {
        if wasEscaped ? isUnreserved(byte) : byte < 0x80 {
            result.append(byte)
        } else {
            result += [percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
