/// Reads bytes as one JSON text (RFC 8259), to say where they stop being one.
struct JSONCheck {
    private let bytes: [UInt8]
    private var position = 0
    private static let maximumDepth = 100

    /// The byte at which the text breaks the rules; nil where it keeps them.
    static func firstError(in bytes: [UInt8]) -> Int? {
        var check = JSONCheck(bytes: bytes)
        guard String(validating: bytes, as: UTF8.self) != nil else { return 0 }
        guard check.value(depth: 0) else { return check.position }
        check.skipSpaces()
        return check.position < bytes.count ? check.position : nil
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpaces() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        skipSpaces()
        guard depth < Self.maximumDepth, let byte = next else { return false }
        switch byte {
        case UInt8(ascii: "{"):
            return list(close: "}", depth: depth) { check in
                check.skipSpaces()
                guard check.string() else { return false }
                check.skipSpaces()
                return check.take(":") && check.value(depth: depth + 1)
            }
        case UInt8(ascii: "["): return list(close: "]", depth: depth) { check in check.value(depth: depth + 1) }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func list(close: Unicode.Scalar, depth: Int, _ item: (inout JSONCheck) -> Bool) -> Bool {
        position += 1
        skipSpaces()
        if take(close) { return true }
        repeat {
            guard item(&self) else { return false }
            skipSpaces()
        } while take(",")
        return take(close)
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let byte = next {
            if byte < 0x20 { return false }
            position += 1
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\"), !escape() { return false }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard let byte = next else { return false }
        if byte == UInt8(ascii: "u") {
            let digits = bytes[(position + 1)...].prefix(4)
            guard digits.count == 4, digits.allSatisfy(Self.isHex) else { return false }
            position += 5
            return true
        }
        guard "\"\\/bfnrt".utf8.contains(byte) else { return false }
        position += 1
        return true
    }

    private mutating func word(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    private mutating func number() -> Bool {
        _ = take("-")
        guard next != UInt8(ascii: "0") || position + 1 >= bytes.count || !Self.isDigit(bytes[position + 1]) else {
            return false
        }
        guard digits() else { return false }
        if take("."), !digits() { return false }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = next, Self.isDigit(byte) { position += 1 }
        return position > start
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (97...102).contains(byte | 0x20) }
}
