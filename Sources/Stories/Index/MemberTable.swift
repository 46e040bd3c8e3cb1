import NewsModel

/// The articles of the window, by slot in the order of arrival, and the ways to find one.
///
/// Strings of feeds are kept as 64-bit keys: of URLs by the process's keyed hash, so that nobody can make two collide.
struct MemberTable {
    struct Entry {
        let articleID: String
        let storyID: String
        let companyIDs: [String]
        let seenAt: Timestamp
        let urlKey: Int?
    }

    private(set) var entries: [Entry] = []
    private var fingerprints: [UInt8] = []
    private var bands = BandTable()
    private var slotOfArticle: [String: Int32] = [:]
    private var slotOfURL: [Int: Int32] = [:]
    private var slotOfContent: [UInt64: Int32] = [:]
    private var slotOfTitle: [UInt64: Int32] = [:]

    /// Units below which a text says too little to be found by its words.
    static let leastUnits = 6

    var count: Int { entries.count }

    static func urlKey(_ canonicalURL: String?) -> Int? {
        guard let canonicalURL, !CanonicalURL.isFrontPage(canonicalURL) else { return nil }
        var hasher = Hasher()
        for byte in canonicalURL.utf8 { hasher.combine(byte) }
        return hasher.finalize()
    }

    mutating func append(_ entry: Entry, _ fingerprint: Fingerprint) {
        let slot = Int32(entries.count)
        entries.append(entry)
        fingerprints += fingerprint.bytes
        let isFindable = fingerprint.unitCount >= Self.leastUnits
        bands.append(isFindable ? fingerprint.bytes[...] : nil)
        slotOfArticle[entry.articleID] = slot
        if let key = entry.urlKey { slotOfURL[key] = slot }
        if isFindable {
            slotOfContent[fingerprint.contentHash] = slot
            slotOfTitle[fingerprint.titleHash] = slot
        }
        if bands.isCrowded { rebuildBands() }
    }

    func slot(ofArticle id: String) -> Int? { slotOfArticle[id].map(Int.init) }
    func slot(ofURL key: Int?) -> Int? { key.flatMap { slotOfURL[$0] }.map(Int.init) }
    func slot(ofContent hash: UInt64) -> Int? { slotOfContent[hash].map(Int.init) }
    func slot(ofTitle hash: UInt64) -> Int? { slotOfTitle[hash].map(Int.init) }

    /// The bytes of the fingerprint in a slot.
    func fingerprint(_ slot: Int) -> ArraySlice<UInt8> {
        fingerprints[slot * Fingerprint.byteCount..<(slot + 1) * Fingerprint.byteCount]
    }

    /// The nearest member that `isAllowed` lets through, with what it has in common (0...1).
    func nearest(_ fingerprint: Fingerprint, where isAllowed: (Entry) -> Bool) -> (slot: Int, similarity: Double)? {
        guard fingerprint.unitCount >= Self.leastUnits else { return nil }
        var best: (slot: Int, similarity: Double)?
        var seen: Set<Int> = []
        bands.candidates(fingerprint.bytes[...]) { slot in
            guard seen.insert(slot).inserted, isAllowed(entries[slot]) else { return }
            let similarity = Fingerprint.similarity(fingerprint.bytes[...], self.fingerprint(slot))
            if similarity > best?.similarity ?? 0 { best = (slot, similarity) }
        }
        return best
    }

    /// Keeps the members that `isKept` lets through, in new slots.
    mutating func keep(where isKept: (_ slot: Int, Entry) -> Bool) {
        var kept = MemberTable()
        kept.bands = BandTable(capacity: entries.count)
        for (slot, entry) in entries.enumerated() where isKept(slot, entry) {
            guard let fingerprint = Fingerprint(bytes: Array(fingerprint(slot))) else { continue }
            kept.append(entry, fingerprint)
        }
        self = kept
    }

    private mutating func rebuildBands() {
        var wider = BandTable(capacity: entries.count * 2)
        for slot in entries.indices {
            let bytes = fingerprint(slot)
            let units = Int(bytes[bytes.startIndex + 2]) | Int(bytes[bytes.startIndex + 3]) << 8
            wider.append(units >= Self.leastUnits ? bytes : nil)
        }
        bands = wider
    }
}
