/// The hash of one word that comes letter by letter. Eight bytes are gathered before they are mixed: a multiplication a
/// byte would be most of the time that a text takes.
struct WordHash {
    private var hash = MixingHash.seed
    private var bytes: UInt64 = 0
    private var count: UInt64 = 0
    private var isEmpty = true

    /// Takes a letter or digit of ASCII.
    @inline(__always)
    mutating func take(_ byte: UInt8) {
        bytes = bytes << 8 | UInt64(byte)
        count += 1
        isEmpty = false
        if count == 8 { mixIn() }
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
