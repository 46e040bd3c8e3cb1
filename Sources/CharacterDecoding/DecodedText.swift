/// Text made from bytes, with the character set that it was read in.
public struct DecodedText: Sendable, Hashable {
    /// The text; bytes that could not be read are U+FFFD in it. A byte order mark at the start is left out.
    public let text: String
    /// The character set's WHATWG name in lower case: `utf-8`, `euc-kr` (always read as CP949), `windows-1252`.
    public let encoding: String
    /// What was wrong with the bytes or with what was declared of them, in plain words; empty where all was well.
    public let problems: [String]

    public init(text: String, encoding: String, problems: [String] = []) {
        self.text = text
        self.encoding = encoding
        self.problems = problems
    }
}

/// The same as `DecodedText` in UTF-8 bytes, for readers that work over bytes.
public struct DecodedBytes: Sendable, Hashable {
    /// Valid UTF-8 without a byte order mark. Shares storage with the input where that was valid UTF-8 already.
    public let utf8: [UInt8]
    /// See `DecodedText.encoding`.
    public let encoding: String
    /// See `DecodedText.problems`.
    public let problems: [String]
    /// What decided on the encoding.
    public let reason: CharsetReason
}

/// What decided on the character set of some bytes.
public enum CharsetReason: String, Sendable, Hashable {
    case byteOrderMark = "byte order mark"
    case configured
    /// Zero bytes where only UTF-16 or UTF-32 has them.
    case zeroBytes = "zero bytes of a wide form"
    case validUTF8 = "the bytes are valid UTF-8"
    case server = "declared by the server"
    case document = "declared by the document"
    case guessed = "guessed from the bytes"
}
