/// Reads `&amp;`, `&#8217;`, `&#x2019;` and the like.
struct CharacterReference {
    /// The character's scalar value; U+FFFD for a number that is no character.
    let scalar: UInt32
    /// Where reading goes on.
    let end: Int

    /// Reads the reference whose `&` stands at `position`, or returns nil where there is none.
    ///
    /// A missing `;` is forgiven after a number and after the five names of XML, but not before a letter or `=`:
    /// addresses hold `&copy=1`.
    init?(_ bytes: ArraySlice<UInt8>, at position: Int) {
        let next = position + 1
        guard next < bytes.endIndex else { return nil }
        if bytes[next] == UInt8(ascii: "#") {
            self.init(number: bytes, from: next + 1)
        } else {
            self.init(name: bytes, from: next)
        }
    }

    /// The bytes with every reference read.
    static func readAll(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var output: [UInt8] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if bytes[position] == UInt8(ascii: "&"), let reference = CharacterReference(bytes, at: position) {
                output.append(scalar: reference.scalar)
                position = reference.end
            } else {
                output.append(bytes[position])
                position += 1
            }
        }
        return output
    }

    private init?(number bytes: ArraySlice<UInt8>, from start: Int) {
        var position = start
        guard position < bytes.endIndex else { return nil }
        let isHex = bytes[position] | 0x20 == UInt8(ascii: "x")
        if isHex { position += 1 }
        let digits = position
        var value: UInt32 = 0
        while position < bytes.endIndex, let digit = Self.digit(bytes[position], isHex) {
            value = min(value &* (isHex ? 16 : 10) &+ digit, 0x11_0000)
            position += 1
        }
        guard position > digits else { return nil }
        if position < bytes.endIndex, bytes[position] == UInt8(ascii: ";") { position += 1 }
        scalar = Self.mended(value)
        end = position
    }

    private init?(name bytes: ArraySlice<UInt8>, from start: Int) {
        var position = start
        while position < bytes.endIndex, position - start < 9, Self.isNameByte(bytes[position]) { position += 1 }
        guard position > start else { return nil }
        if position < bytes.endIndex, bytes[position] == UInt8(ascii: ";") {
            guard let value = HTMLEntityNames.value(of: bytes[start..<position]) else { return nil }
            scalar = value
            end = position + 1
            return
        }
        if position < bytes.endIndex, bytes[position] == UInt8(ascii: "=") { return nil }
        let name = bytes[start..<position]
        guard Self.forgiven.contains(where: { name.elementsEqual($0) }), let value = HTMLEntityNames.value(of: name)
        else {
            return nil
        }
        scalar = value
        end = position
    }

    private static let forgiven: [[UInt8]] = ["amp", "lt", "gt", "quot", "nbsp"].map { Array($0.utf8) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: UInt32(byte) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: UInt32(byte) - 0x37
        default: nil
        }
    }

    /// Numbers 128...159 are meant as windows-1252, and what is no character becomes U+FFFD.
    static func mended(_ value: UInt32) -> UInt32 {
        if value >= 0x80, value < 0xA0 { return windows1252[Int(value) - 0x80] }
        let isControl = value < 0x20 && value != 9 && value != 10 && value != 13
        return isControl || Unicode.Scalar(value) == nil || value == 0xFFFE || value == 0xFFFF ? 0xFFFD : value
    }

    static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}

extension [UInt8] {
    /// Appends a scalar value as UTF-8; it must be one.
    mutating func append(scalar value: UInt32) {
        switch value {
        case 0..<0x80: append(UInt8(truncatingIfNeeded: value))
        case 0x80..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }
}
