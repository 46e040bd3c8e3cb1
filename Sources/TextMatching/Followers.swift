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

    /// - Parameter state: of the automaton after the word; 0 where no pattern begins with it.
    init(_ automaton: PatternAutomaton, _ state: UInt32) {
        guard state != 0 else { return }
        if automaton.pattern(at: state) >= 0 { bits |= Self.ends }
        for byte in UInt8.min...UInt8.max where !FirstWords.isWord(byte) {
            let next = automaton.step(state, byte)
            if next == 0 { continue }
            if byte == 0x20 {
                for second in UInt8.min...UInt8.max where automaton.step(next, second) != 0 {
                    bits |= 1 << UInt32(second & 31)
                }
            } else {
                bits |= Self.other
            }
        }
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
