/// Header values between bytes and text without loss: an ETag must go back byte for byte, whatever bytes it holds.
///
/// Valid UTF-8 is itself. Any other byte B is the private scalar U+10FF00 + B, and goes back as the byte B. The
/// private scalars themselves, where a server sends them, are taken as such bytes one by one.
public enum HeaderText {
    private static let first: UInt32 = 0x10_FF80
    private static let last: UInt32 = 0x10_FFFF

    /// The text of a value.
    public static func decode(_ bytes: some Collection<UInt8>) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        var text = String.UnicodeScalarView()
        var rest = Array(bytes)[...]
        while let byte = rest.first {
            if let (scalar, length) = scalar(at: rest), !(first...last).contains(scalar.value) {
                text.append(scalar)
                rest = rest.dropFirst(length)
            } else {
                // Never nil: 0x10FF80...0x10FFFF are scalars.
                if let stand = Unicode.Scalar(0x10_FF00 + UInt32(byte)) { text.append(stand) }
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// The bytes to send for a value, without CR, LF and NUL, which could end a header early.
    public static func encode(_ text: String) -> [UInt8] {
        // The private scalars begin with 0xF4.
        if text.utf8.allSatisfy({ $0 != 0 && $0 != 10 && $0 != 13 && $0 < 0xF4 }) { return Array(text.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0, 10, 13: continue
            case first...last: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
            }
        }
        return bytes
    }

    /// The scalar that valid UTF-8 of 1 to 4 bytes forms here, with its length.
    private static func scalar(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        var decoder = UTF8()
        var iterator = bytes.prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }
}
