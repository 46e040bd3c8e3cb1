/// Turns the bytes of one character set into UTF-8.
enum ByteDecoding {
    /// - Returns: valid UTF-8 and how many places could not be read (each is U+FFFD in the text).
    static func decode(_ bytes: [UInt8], as charset: Charset) -> (utf8: [UInt8], replaced: Int) {
        switch charset.method {
        case .utf8: return UTF8Repair.repair(bytes)
        case .utf16(let bigEndian): return utf16(bytes, bigEndian: bigEndian)
        case .utf32(let bigEndian): return utf32(bytes, bigEndian: bigEndian)
        case .korean: return KoreanDecoding.decode(bytes)
        case .userDefined: return singleByte(bytes, (UInt32(0xF780)...0xF7FF).map { $0 })
        case .singleByte(let name):
            guard let table = CharacterTables.upperHalf(of: name) else { return UTF8Repair.repair(bytes) }
            return singleByte(bytes, table)
        case .iconv(let name):
            guard let converter = IconvConverter(from: name) else { return UTF8Repair.repair(bytes) }
            let converted = converter.convert(bytes)
            let repaired = UTF8Repair.repair(converted.utf8)
            return (repaired.utf8, converted.replaced + repaired.replaced)
        }
    }

    private static func singleByte(_ bytes: [UInt8], _ upperHalf: [UInt32]) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        var replaced = 0
        for byte in bytes {
            if byte < 0x80 {
                output.append(byte)
                continue
            }
            let value = upperHalf[Int(byte) - 0x80]
            if value == CharacterTables.unknown { replaced += 1 }
            UTF8Writing.append(value == CharacterTables.unknown ? 0xFFFD : value, to: &output)
        }
        return (output, replaced)
    }

    private static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var replaced = 0
        func unit(_ index: Int) -> UInt32 {
            bigEndian
                ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
                : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
        }
        var position = 0
        while position + 1 < bytes.count {
            var value = unit(position)
            position += 2
            if value & 0xF800 == 0xD800 {
                if value < 0xDC00, position + 1 < bytes.count, unit(position) & 0xFC00 == 0xDC00 {
                    value = 0x10000 + (value & 0x3FF) << 10 + (unit(position) & 0x3FF)
                    position += 2
                } else {
                    value = 0xFFFD
                    replaced += 1
                }
            }
            UTF8Writing.append(value, to: &output)
        }
        if position < bytes.count {
            UTF8Writing.append(0xFFFD, to: &output)
            replaced += 1
        }
        return (output, replaced)
    }

    private static func utf32(_ bytes: [UInt8], bigEndian: Bool) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 2)
        var replaced = 0
        var position = 0
        while position < bytes.count {
            var value: UInt32 = 0xFFFF_FFFF
            if position + 3 < bytes.count {
                value = bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }
                if !bigEndian { value = value.byteSwapped }
            }
            position += 4
            if Unicode.Scalar(value) == nil {
                value = 0xFFFD
                replaced += 1
            }
            UTF8Writing.append(value, to: &output)
        }
        return (output, replaced)
    }
}

/// Appends characters as UTF-8.
enum UTF8Writing {
    /// Appends a scalar value, which must be one (no surrogate, at most U+10FFFF).
    @inline(__always)
    static func append(_ value: UInt32, to output: inout [UInt8]) {
        if value < 0x80 {
            output.append(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            output.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else if value < 0x10000 {
            output.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else {
            output.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }
}
