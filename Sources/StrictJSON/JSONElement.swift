/// A value of a JSON text that has been checked: what it is, and where it stands in the bytes.
public struct JSONElement: Sendable, Hashable {
    /// The kinds of value of RFC 8259.
    public enum Kind: Sendable, Hashable {
        case object, array, string, number, bool, null
    }

    public let kind: Kind
    /// Byte offsets of the whole value, a string's quotes included.
    public let range: Range<Int>
    /// False for a string with escapes in it.
    let isPlain: Bool

    /// The string that the element stands for in the bytes it was read from; nil for other kinds.
    ///
    /// An escaped surrogate without its partner becomes U+FFFD: RFC 8259 lets it stand, Unicode text cannot hold it.
    public func string(in bytes: [UInt8]) -> String? {
        guard kind == .string else { return nil }
        let inner = range.lowerBound + 1..<range.upperBound - 1
        if isPlain { return String(decoding: bytes[inner], as: UTF8.self) }
        return String(decoding: JSONEscapes.decoded(bytes[inner]), as: UTF8.self)
    }
}

/// Why bytes are no JSON text.
public struct JSONProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// In plain words: `a , or } must follow`.
    public let reason: String
    /// Bytes from the start of the text to where it went wrong.
    public let offset: Int

    public var description: String { "\(reason) (byte \(offset + 1))" }
}
