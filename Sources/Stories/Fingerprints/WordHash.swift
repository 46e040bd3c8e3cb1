/// The hash of one word that comes in runs of letters. Eight bytes are gathered before they are mixed: a multiplication a
/// byte would be most of the time that a text takes.
struct WordHash {
    private var hash = MixingHash.seed
    private var bytes: UInt64 = 0
    private var count: UInt64 = 0
    private var isEmpty = true

    /// Takes a run of letters and digits of ASCII, all that there are in a row.
    @inline(__always)
    mutating func take(_ text: borrowing Span<UInt8>, _ run: Range<Int>) {
        isEmpty = false
        for position in run {
            // The bit that makes a letter small stands in every digit too.
            bytes = bytes << 8 | UInt64(text[position] | 0x20)
            count += 1
            if count == 8 { mixIn() }
        }
    }

    /// Takes any other letter.
    @inline(__always)
    mutating func take(_ scalar: UInt32) {
        if count > 0 { mixIn() }
        hash = MixingHash.mix(hash ^ UInt64(scalar))
        isEmpty = false
    }

    /// The word's hash, and a new word begins; nil where there was none.
    @inline(__always)
    mutating func end() -> UInt64? {
        guard !isEmpty else { return nil }
        if count > 0 { mixIn() }
        defer {
            hash = MixingHash.seed
            isEmpty = true
        }
        return MixingHash.mix(hash)
    }

    /// The count tells short ends apart; in eight bytes of letters the top one is never so small.
    @inline(__always)
    private mutating func mixIn() {
        hash = MixingHash.mix(hash ^ (count < 8 ? bytes | count << 56 : bytes))
        bytes = 0
        count = 0
    }
}
