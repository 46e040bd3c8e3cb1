extension ByteSink {
    /// Appends the name of a member with its quotes and colon, after a comma where one is needed.
    mutating func append(name: StaticString, afterComma: Bool) {
        let length = name.utf8CodeUnitCount
        let comma = afterComma ? 1 : 0
        unsafe write(atMost: length + 4) { place in
            unsafe place[0] = UInt8(ascii: ",")
            unsafe place[comma] = UInt8(ascii: "\"")
            unsafe (place + comma + 1).update(from: name.utf8Start, count: length)
            unsafe place[comma + 1 + length] = UInt8(ascii: "\"")
            unsafe place[comma + 2 + length] = UInt8(ascii: ":")
            return comma + length + 3
        }
    }

    /// Appends a number in decimal digits, zeros before it up to a width of at most 20.
    mutating func append(decimal value: UInt64, atLeast width: Int = 1) {
        if value < 10, width == 1 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)) }
        var length = 1
        var rest = value / 10
        while rest > 0 {
            rest /= 10
            length += 1
        }
        length = max(length, min(width, 20))
        unsafe write(atMost: length) { place in
            var rest = value
            var position = length
            while position > 0 {
                position -= 1
                unsafe place[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            return length
        }
    }

    /// Appends a text as a JSON string.
    mutating func append(quoted value: String) {
        append(UInt8(ascii: "\""))
        let isDone: Void? = unsafe value.utf8.withContiguousStorageIfAvailable { unsafe append(escaped: $0) }
        if isDone == nil {
            // A text that does not lie in memory in one piece; on Linux there is none.
            unsafe Array(value.utf8).withUnsafeBufferPointer { unsafe append(escaped: $0) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
        if unsafe !Self.needsEscape(text) { return unsafe append(text) }
        for position in 0..<text.count {
            let byte = unsafe text[position]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case UInt8(ascii: "\n"): append(ascii: "\\n")
            case UInt8(ascii: "\t"): append(ascii: "\\t")
            case UInt8(ascii: "\r"): append(ascii: "\\r")
            case 0..<0x20, 0x7F:
                append(ascii: "\\u00")
                append(Self.hexadecimalDigit(byte >> 4))
                append(Self.hexadecimalDigit(byte & 15))
            default: append(byte)
            }
        }
    }

    mutating func append(ascii text: StaticString) {
        text.withUTF8Buffer { unsafe append($0) }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// True where a text holds a control character, a quote or a backslash. Looks at eight bytes at once: in each test the
    /// top bit of a byte is set where the byte is small or 0 (H. S. Warren, Hacker's Delight, section 6-1).
    private static func needsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        var found: UInt64 = 0
        var position = 0
        while position + 8 <= text.count {
            let word = unsafe UnsafeRawPointer(start + position).loadUnaligned(as: UInt64.self)
            let quote = word ^ ones &* 0x22
            let backslash = word ^ ones &* 0x5C
            let delete = word ^ ones &* 0x7F
            found |= (word &- ones &* 0x20) & ~word
            found |= (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (delete &- ones) & ~delete
            position += 8
        }
        if found & tops != 0 { return true }
        while position < text.count {
            let byte = unsafe text[position]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return true }
            position += 1
        }
        return false
    }
}
