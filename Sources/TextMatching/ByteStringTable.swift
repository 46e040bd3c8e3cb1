/// Numbers byte strings in the order in which they first come: a hash table over one pool of bytes.
///
/// A dictionary of byte arrays takes several times as long, as each key is an object and goes through a keyed hash.
/// Made for trusted input of some size, such as lexicon files: nothing guards it against keys chosen to collide.
public struct ByteStringTable: Sendable {
    /// All strings, one after another.
    public private(set) var pool: [UInt8] = []
    /// String n is `pool[starts[n]..<starts[n + 1]]`.
    public private(set) var starts: [UInt32] = [0]
    private var hashes: [UInt32] = []
    /// Number + 1 of the string in each slot, 0 where the slot is free; their count is a power of two.
    private var slots: [UInt32]

    /// - Parameter capacity: strings that it holds before it must grow.
    public init(capacity: Int = 16) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        starts.reserveCapacity(capacity + 1)
        hashes.reserveCapacity(capacity)
    }

    /// The number of strings.
    public var count: Int { hashes.count }

    /// The number of a string, and whether it was new.
    public mutating func insert(_ bytes: [UInt8]) -> (number: Int, isNew: Bool) {
        let hash = Self.hash(bytes.span)
        let slot = slot(of: bytes.span, hash)
        if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
        hashes.append(hash)
        pool.append(contentsOf: bytes)
        starts.append(UInt32(pool.count))
        slots[slot] = UInt32(hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return (hashes.count - 1, true)
    }

    /// The number of a string, nil where the table does not hold it.
    public func number(of bytes: [UInt8]) -> Int? {
        number(of: bytes.span)
    }

    /// The same for a part of a text.
    public func number(of bytes: Span<UInt8>) -> Int? {
        let slot = slot(of: bytes, Self.hash(bytes))
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    public func contains(_ bytes: [UInt8]) -> Bool {
        number(of: bytes.span) != nil
    }

    /// The same for a part of a text.
    public func contains(_ bytes: Span<UInt8>) -> Bool {
        number(of: bytes) != nil
    }

    /// The slot that holds the string, or the free one where it belongs.
    private func slot(of bytes: Span<UInt8>, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, isEqual(number, bytes) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func isEqual(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == bytes.count else { return false }
        var index = 0
        while index < bytes.count {
            if pool[start + index] != bytes[index] { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        var number = 0
        while number < hashes.count {
            var slot = Int(hashes[number]) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            number += 1
            slots[slot] = UInt32(number)
        }
    }

    /// FNV-1a, with the high bits mixed into the low ones, which choose the slot.
    private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index < bytes.count {
            value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return UInt32(truncatingIfNeeded: value ^ value >> 32)
    }
}
