/// Finds slots by keys that are kept elsewhere, with open addressing: 5 to 11 bytes a slot. Of slots with one key the newest
/// is found.
struct SlotTable {
    /// A slot each, or -1.
    private var places: [Int32] = Array(repeating: -1, count: 64)
    private var count = 0

    /// - Parameters:
    ///   - hash: of the key.
    ///   - isSame: whether a slot has the key.
    func slot(_ hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
        let place = place(hash, where: isSame)
        return places[place] < 0 ? nil : Int(places[place])
    }

    /// Takes a slot in, in the place of an earlier one with the key.
    ///
    /// - Parameter hashOf: the hash of the key of any slot that was taken in before.
    mutating func insert(
        _ slot: Int, _ hash: UInt64, where isSame: (Int) -> Bool, hashOf: (Int) -> UInt64
    ) {
        if count * 4 >= places.count * 3 { grow(hashOf) }
        let place = place(hash, where: isSame)
        if places[place] < 0 { count += 1 }
        places[place] = Int32(slot)
    }

    /// Where the key is, or would be.
    private func place(_ hash: UInt64, where isSame: (Int) -> Bool) -> Int {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: MixingHash.mix(hash)) & mask
        while places[place] >= 0, !isSame(Int(places[place])) { place = (place + 1) & mask }
        return place
    }

    private mutating func grow(_ hashOf: (Int) -> UInt64) {
        let slots = places.filter { $0 >= 0 }
        places = Array(repeating: -1, count: places.count * 2)
        for slot in slots { places[place(hashOf(Int(slot))) { _ in false }] = slot }
    }
}
