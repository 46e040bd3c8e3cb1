/// What may follow a word in the patterns that begin with it, in 32 bits: tells most places where none can match without
/// a look at the automaton.
struct Followers: Sendable, Equatable {
    /// Bit n: a space follows, and then a byte that is n in its low five bits.
    private(set) var bits: UInt32 = 0

    /// No byte that follows a space in a pattern shares these low bits but for `?`, `_` and a control character; for
    /// those the automaton is asked in vain.
    private static let other: UInt32 = 1 << 31
    /// A pattern ends with the word.
    private static let ends: UInt32 = 1 << 0

    init() {}

    init(bits: UInt32) {
        self.bits = bits
    }

    /// Counts in a pattern that begins with the word.
    ///
    /// - Parameter rest: the pattern without the word.
    mutating func add(_ rest: ArraySlice<UInt8>) {
        guard let first = rest.first else {
            bits |= Self.ends
            return
        }
        let second = rest.dropFirst().first ?? 0
        bits |= first == 0x20 ? 1 << UInt32(second & 31) : Self.other
    }

    /// Whether a pattern may match in a text in which the word ends at `end`.
    @inline(__always)
    func allow(_ text: Span<UInt8>, _ end: Int) -> Bool {
        if bits & Self.ends != 0 { return true }
        if end >= text.count { return false }
        if text[end] != 0x20 { return bits & Self.other != 0 }
        return end + 1 < text.count && bits & 1 << UInt32(text[end + 1] & 31) != 0
    }
}
