/// One JSON text, read strictly by RFC 8259: UTF-8 without a byte order mark, one value, nothing beside it but spaces.
public enum JSONText {
    /// Checks a text of any kind of value.
    ///
    /// - Parameter range: where the text stands in the bytes; nil is all of them.
    /// - Returns: its value.
    public static func element(of bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONProblem) -> JSONElement {
        var scanner = JSONScanner(bytes, in: range ?? bytes.indices)
        let element = try scanner.element(depth: 0)
        try scanner.finish()
        return element
    }
}

/// Reads those members of an object that it knows by name; others are checked and skipped.
public struct JSONMembers: Sendable {
    private let names: [[UInt8]]

    /// - Parameter names: of the members that are wanted.
    public init(_ names: [String]) {
        self.names = names.map { Array($0.utf8) }
    }

    /// The members of the text's object, in the order of the names; nil where it lacks one. Of several members with one
    /// name the last counts, as in most readers.
    ///
    /// - Returns: nil where the text is JSON but no object.
    public func read(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONProblem) -> [JSONElement?]? {
        var scanner = JSONScanner(bytes, in: range ?? bytes.indices)
        guard scanner.next() == UInt8(ascii: "{") else {
            _ = try JSONText.element(of: bytes, in: range)
            return nil
        }
        var found = [JSONElement?](repeating: nil, count: names.count)
        try scanner.members(depth: 0) { name, value in
            if let index = index(of: name, bytes) { found[index] = value }
        }
        try scanner.finish()
        return found
    }

    private func index(of name: JSONElement, _ bytes: [UInt8]) -> Int? {
        if !name.isPlain {
            let decoded = JSONEscapes.decoded(bytes[name.range.lowerBound + 1..<name.range.upperBound - 1])
            return names.firstIndex(of: decoded)
        }
        let length = name.range.count - 2
        for (index, candidate) in names.enumerated() where candidate.count == length {
            var offset = 0
            while offset < length, candidate[offset] == bytes[name.range.lowerBound + 1 + offset] { offset += 1 }
            if offset == length { return index }
        }
        return nil
    }
}
