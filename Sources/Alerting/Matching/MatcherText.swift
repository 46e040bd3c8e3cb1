/// A text of a matcher, compared byte by byte: feed-supplied text must never meet `String.==`, which an attacker can
/// make quadratic with combining marks.
struct MatcherText: Sendable, Hashable {
    private let bytes: [UInt8]
    /// `legal.*`: stands for every text that begins with `legal.`.
    private let isPrefix: Bool
    /// Longer texts are looked at only this far.
    private static let limit = 4096

    init(_ text: String, allowsPrefix: Bool) {
        isPrefix = allowsPrefix && text.hasSuffix(".*")
        bytes = Array(text.utf8.prefix(Self.limit).dropLast(isPrefix ? 1 : 0))
    }

    func equals(_ text: String) -> Bool {
        isPrefix ? text.utf8.starts(with: bytes) : text.utf8.elementsEqual(bytes)
    }

    /// True when the text holds this one; capital ASCII letters count as small ones.
    func isInside(_ text: String) -> Bool {
        let wanted = bytes.map(Self.small)
        let found = text.utf8.prefix(Self.limit).map(Self.small)
        guard let first = wanted.first, found.count >= wanted.count else { return wanted.isEmpty }
        for start in 0...(found.count - wanted.count) where found[start] == first {
            if found[start...].starts(with: wanted) { return true }
        }
        return false
    }

    /// True when everything that equals `other` equals this one too.
    func covers(_ other: MatcherText) -> Bool {
        isPrefix ? other.bytes.starts(with: bytes) : self == other
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte + 32 : byte
    }
}
