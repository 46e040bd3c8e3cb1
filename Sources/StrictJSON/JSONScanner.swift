/// Checks JSON byte by byte against the grammar of RFC 8259, without making a value.
struct JSONScanner {
    /// Arrays and objects inside one another; deeper text is refused, so that no input can exhaust the stack.
    static let maximumDepth = 512

    private let bytes: [UInt8]
    private let start: Int
    private let end: Int
    private(set) var position: Int

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        start = range.lowerBound
        end = range.upperBound
        position = start
    }

    /// The next byte that is no space; nil at the end.
    mutating func next() -> UInt8? {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return nil
    }

    /// Moves over a byte that must come next, spaces before it.
    mutating func take(_ byte: UInt8, orSay reason: StaticString) throws(JSONProblem) {
        guard next() == byte else { throw problem(reason) }
        position += 1
    }

    /// Nothing but spaces may follow.
    mutating func finish() throws(JSONProblem) {
        if next() != nil { throw problem("nothing may follow the value") }
    }

    /// Reads the value that comes next.
    mutating func element(depth: Int) throws(JSONProblem) -> JSONElement {
        guard let byte = next() else { throw problem("a value is missing") }
        let first = position
        var isPlain = true
        let kind: JSONElement.Kind
        switch byte {
        case UInt8(ascii: "\""):
            isPlain = try string()
            kind = .string
        case UInt8(ascii: "{"):
            try members(depth: depth) { (_, _) in }
            kind = .object
        case UInt8(ascii: "["):
            try array(depth: depth)
            kind = .array
        case UInt8(ascii: "t"):
            try word("true")
            kind = .bool
        case UInt8(ascii: "f"):
            try word("false")
            kind = .bool
        case UInt8(ascii: "n"):
            try word("null")
            kind = .null
        default:
            try number(byte)
            kind = .number
        }
        return JSONElement(kind: kind, range: first..<position, isPlain: isPlain)
    }

    /// Reads the object that begins here, and hands over each member.
    mutating func members(depth: Int, _ take: (_ name: JSONElement, _ value: JSONElement) -> Void) throws(JSONProblem) {
        try open(depth)
        if next() == UInt8(ascii: "}") { return position += 1 }
        while true {
            guard next() == UInt8(ascii: "\"") else { throw problem("a member's name in quotes is missing") }
            let first = position
            let isPlain = try string()
            let name = JSONElement(kind: .string, range: first..<position, isPlain: isPlain)
            try self.take(UInt8(ascii: ":"), orSay: "a : must follow the member's name")
            take(name, try element(depth: depth + 1))
            if try isLast(UInt8(ascii: "}"), orSay: "a , or } must follow") { return }
        }
    }

    private mutating func array(depth: Int) throws(JSONProblem) {
        try open(depth)
        if next() == UInt8(ascii: "]") { return position += 1 }
        while true {
            _ = try element(depth: depth + 1)
            if try isLast(UInt8(ascii: "]"), orSay: "a , or ] must follow") { return }
        }
    }

    private mutating func open(_ depth: Int) throws(JSONProblem) {
        if depth >= Self.maximumDepth { throw problem("more than 512 arrays and objects inside one another") }
        position += 1
    }

    private mutating func isLast(_ closing: UInt8, orSay reason: StaticString) throws(JSONProblem) -> Bool {
        let byte = next()
        guard byte == closing || byte == UInt8(ascii: ",") else { throw problem(reason) }
        position += 1
        return byte == closing
    }

    /// Moves over a string; whether it has no escapes.
    private mutating func string() throws(JSONProblem) -> Bool {
        position += 1
        var isPlain = true
        while position < end {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return isPlain
            case UInt8(ascii: "\\"):
                isPlain = false
                try escape()
            case 0x00..<0x20: throw problem("a control character in a string must be escaped")
            case 0x20..<0x80: position += 1
            default: position += try characterWidth(byte)
            }
        }
        throw problem("a string is not closed")
    }

    private mutating func escape() throws(JSONProblem) {
        guard position + 1 < end else { throw problem("a string is not closed") }
        let letter = bytes[position + 1]
        if letter == UInt8(ascii: "u") {
            guard position + 6 <= end,
                bytes[position + 2..<position + 6].allSatisfy({ JSONEscapes.hexValue($0) != nil })
            else { throw problem("\\u must be followed by four hexadecimal digits") }
            position += 6
        } else if JSONEscapes.meaning(of: letter) != nil {
            position += 2
        } else {
            throw problem("an unknown escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
        }
    }

    /// The bytes of the character that begins here (The Unicode Standard, table 3-7).
    private func characterWidth(_ first: UInt8) throws(JSONProblem) -> Int {
        let second: ClosedRange<UInt8>
        let width: Int
        switch first {
        case 0xC2...0xDF: (second, width) = (0x80...0xBF, 2)
        case 0xE0: (second, width) = (0xA0...0xBF, 3)
        case 0xE1...0xEC, 0xEE...0xEF: (second, width) = (0x80...0xBF, 3)
        case 0xED: (second, width) = (0x80...0x9F, 3)
        case 0xF0: (second, width) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, width) = (0x80...0xBF, 4)
        case 0xF4: (second, width) = (0x80...0x8F, 4)
        default: throw problem("the bytes are not UTF-8")
        }
        guard position + width <= end, second.contains(bytes[position + 1]),
            width < 3 || bytes[position + 2] & 0xC0 == 0x80, width < 4 || bytes[position + 3] & 0xC0 == 0x80
        else { throw problem("the bytes are not UTF-8") }
        return width
    }

    private mutating func number(_ first: UInt8) throws(JSONProblem) {
        if first == UInt8(ascii: "-") { position += 1 }
        let begin = position
        let count = digits()
        if count == 0 {
            throw problem(first == UInt8(ascii: "-") ? "a digit must follow the -" : "no value begins like this")
        }
        if count > 1, bytes[begin] == UInt8(ascii: "0") { throw problem("a number must not begin with 0") }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            if digits() == 0 { throw problem("a digit must follow the decimal point") }
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            if digits() == 0 { throw problem("a digit must follow the exponent's e") }
        }
    }

    /// Moves over digits; how many.
    private mutating func digits() -> Int {
        let first = position
        while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return position - first
    }

    private mutating func word(_ word: String) throws(JSONProblem) {
        for byte in word.utf8 {
            guard position < end, bytes[position] == byte else { throw problem("no value begins like this") }
            position += 1
        }
    }

    private func problem(_ reason: StaticString) -> JSONProblem {
        JSONProblem(reason: "\(reason)", offset: position - start)
    }
}
