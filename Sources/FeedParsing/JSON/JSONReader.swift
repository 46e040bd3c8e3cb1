/// Reads JSON as RFC 8259 has it, with what broken feeds need: trailing commas and raw control characters are forgiven.
struct JSONReader {
    struct Failure: Error {
        let message: String
        /// Byte offset.
        let position: Int
    }

    /// Arrays and objects inside one another.
    static let depthLimit = 100

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    /// True where something was forgiven.
    private(set) var wasRepaired = false
    /// What ended a list early: its whole elements before that are kept.
    private(set) var cut: Failure?
    /// True where a list was longer than `elementLimit`.
    private(set) var wasShortened = false
    /// Elements of a list that are kept; the rest is read and forgotten, so that memory does not grow with it.
    private static let elementLimit = XMLLimits.entries

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the one value of a document.
    mutating func document() throws(Failure) -> JSONValue {
        let value = try value()
        skipBlanks()
        if cut != nil { return value }
        guard position == bytes.count else { throw failure("there is something after the end") }
        return value
    }

    private mutating func value() throws(Failure) -> JSONValue {
        skipBlanks()
        guard position < bytes.count else { throw failure("it ends too early") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw failure("an unexpected character")
        }
    }

    private mutating func object() throws(Failure) -> JSONValue {
        try enter()
        var members: [(name: String, value: JSONValue)] = []
        while true {
            skipBlanks()
            if take("}") { break }
            if !members.isEmpty {
                guard take(",") else { throw failure("a comma is missing") }
                skipBlanks()
                if take("}") {
                    wasRepaired = true
                    break
                }
            }
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw failure("a name is missing")
            }
            let name = try string()
            skipBlanks()
            guard take(":") else { throw failure("a colon is missing") }
            members.append((name, try value()))
            if cut != nil { break }
        }
        depth -= 1
        return .object(members)
    }

    /// A feed that was cut off on its way ends inside its list of items: what stands whole before the cut is kept.
    private mutating func array() throws(Failure) -> JSONValue {
        try enter()
        let level = depth
        var elements: [JSONValue] = []
        while cut == nil {
            do {
                guard let element = try element(isFirst: elements.isEmpty) else { break }
                if elements.count < Self.elementLimit { elements.append(element) } else { wasShortened = true }
            } catch {
                guard !elements.isEmpty, level == Self.itemsDepth else { throw error }
                cut = error
            }
        }
        depth = level - 1
        return .array(elements)
    }

    /// The depth of a feed's list of items.
    private static let itemsDepth = 2

    /// The next element, or nil at the end of the list.
    private mutating func element(isFirst: Bool) throws(Failure) -> JSONValue? {
        skipBlanks()
        if take("]") { return nil }
        if !isFirst {
            guard take(",") else { throw failure("a comma is missing") }
            skipBlanks()
            if take("]") {
                wasRepaired = true
                return nil
            }
        }
        return try value()
    }

    private mutating func enter() throws(Failure) {
        position += 1
        depth += 1
        if depth > Self.depthLimit { throw failure("it is nested deeper than \(Self.depthLimit)") }
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
            position += 1
        }
        guard position < bytes.count else { throw failure("a string does not end") }
        if bytes[position] == UInt8(ascii: "\"") {
            position += 1
            return String(decoding: bytes[start..<position - 1], as: UTF8.self)
        }
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        throw failure("a string does not end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        guard position < bytes.count else { throw failure("a string does not end") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): text.append(scalar: try escapedScalar())
        default: throw failure("an unknown escape")
        }
    }

    /// `\u00e9`, or a pair of them; half a pair is U+FFFD.
    private mutating func escapedScalar() throws(Failure) -> UInt32 {
        let unit = try hexadecimal()
        guard unit & 0xF800 == 0xD800 else { return CharacterReference.mended(unit) }
        guard unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return 0xFFFD }
        let mark = position
        position += 2
        let second = try hexadecimal()
        guard second & 0xFC00 == 0xDC00 else {
            position = mark
            return 0xFFFD
        }
        return 0x10000 + (unit & 0x3FF) << 10 + (second & 0x3FF)
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        guard position + 4 <= bytes.count else { throw failure("a string does not end") }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
            default: throw failure("an unknown escape")
            }
        }
        position += 4
        return value
    }

    private mutating func number() throws(Failure) -> JSONValue {
        let start = position
        while position < bytes.count, isNumberByte(bytes[position]) { position += 1 }
        return .number(String(decoding: bytes[start..<position].prefix(100), as: UTF8.self))
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        guard bytes[position...].starts(with: word.description.utf8) else { throw failure("an unexpected character") }
        position += word.utf8CodeUnitCount
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private func failure(_ message: String) -> Failure {
        Failure(message: message, position: position)
    }
}
