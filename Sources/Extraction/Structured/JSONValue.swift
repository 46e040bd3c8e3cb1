/// A JSON value of a page's script data; members keep their order.
indirect enum JSONValue {
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([(name: String, value: JSONValue)])

    /// The first member with a name.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The elements of an array; a single value counts as an array of one.
    var elements: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }
}

/// Reads JSON as pages write it: raw line breaks in strings, trailing commas and text after the value are taken.
struct JSONReader {
    static let maximumDepth = 64
    static let maximumValues = 200_000

    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int
    private var values = 0

    /// The first value in the bytes and where it ends, or nil where they hold none.
    static func value(in bytes: ArraySlice<UInt8>) -> (value: JSONValue, end: Int)? {
        var reader = JSONReader(bytes: bytes, position: bytes.startIndex)
        guard let value = reader.value(depth: 0) else { return nil }
        return (value, reader.position)
    }

    private init(bytes: ArraySlice<UInt8>, position: Int) {
        self.bytes = bytes
        self.position = position
    }

    private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, ASCII.isSpace(byte) { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        values += 1
        guard depth < Self.maximumDepth, values < Self.maximumValues, let byte = current else { return nil }
        switch byte {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return text().map(JSONValue.string)
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        position += 1
        var members: [(name: String, value: JSONValue)] = []
        while !take("}") {
            if take(",") { continue }
            guard current == UInt8(ascii: "\""), let name = text(), take(":"), let value = value(depth: depth + 1)
            else { return nil }
            members.append((name, value))
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue? {
        position += 1
        var elements: [JSONValue] = []
        while !take("]") {
            if take(",") { continue }
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
        }
        return .array(elements)
    }

    /// A number, `true`, `false`, `null` or a word of JavaScript like `undefined`, which counts as null.
    private mutating func word() -> JSONValue? {
        let start = position
        while let byte = current, !ASCII.isSpace(byte),
            ![0x2C, 0x5D, 0x7D, 0x3A, 0x22, 0x5B, 0x7B, 0x3B].contains(byte)
        {
            position += 1
        }
        guard position > start, position - start < 64 else { return nil }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        if let number = Double(word) { return .number(number) }
        return word == "true" ? .bool(true) : word == "false" ? .bool(false) : .null
    }

    private mutating func text() -> String? {
        position += 1
        var output: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: output, as: UTF8.self)
            case UInt8(ascii: "\\"): escape(into: &output)
            default: output.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(into output: inout [UInt8]) {
        guard let byte = current else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(0x20)
        case UInt8(ascii: "u"):
            guard var unit = hex4() else { return }
            if unit >> 10 == 0x36, position + 1 < bytes.endIndex, bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
                let mark = position
                position += 2
                if let low = hex4(), low >> 10 == 0x37 {
                    unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
                } else {
                    position = mark
                }
            }
            HTMLEntities.append(unit, to: &output)
        default: output.append(byte)
        }
    }

    private mutating func hex4() -> UInt32? {
        guard position + 4 <= bytes.endIndex else { return nil }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = ASCII.hexValue(byte) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }
}
