import NewsModel

/// The articles of the window, by slot in the order of arrival, and the ways to find one.
///
/// Kept in few large arrays, because the window may hold hundreds of thousands: texts in one row of bytes, companies as
/// numbers, hash tables of slots. About 260 bytes an article.
struct MemberTable {
    /// An article as it is put in.
    struct Entry {
        let articleID: String
        var story: Int32
        /// Numbers of the companies that it is about.
        let companies: [Int32]
        let seenAt: Timestamp
        let urlKey: UInt64?
    }

    private struct Row {
        let seenAt: Timestamp
        /// 0 where the article has no page of its own.
        let urlKey: UInt64
        let contentHash: UInt64
        let titleHash: UInt32
        let story: Int32
        /// Where its companies end in `companies`; they begin where those of the slot before end.
        let companiesEnd: UInt32
        let kind: UInt8
        let isFindable: Bool
    }

    private var rows = ChunkedArray<Row>()
    private var places = ChunkedArray<SIMD8<UInt64>>()
    private var articleIDs = TextArena()
    private var companies: [Int32] = []
    private var bands = BandTable()
    private var slotsByArticle = SlotTable()
    private var slotsByURL = SlotTable()
    private var slotsByContent = SlotTable()
    private var slotsByTitle = SlotTable()

    var count: Int { rows.count }

    static func urlKey(_ canonicalURL: String?) -> UInt64? {
        guard let canonicalURL, !CanonicalURL.isFrontPage(canonicalURL) else { return nil }
        return max(1, TextKey.of(canonicalURL))
    }

    mutating func append(_ entry: Entry, _ fingerprint: CompactFingerprint) {
        let slot = rows.count
        companies += entry.companies
        rows.append(
            Row(
                seenAt: entry.seenAt, urlKey: entry.urlKey ?? 0, contentHash: fingerprint.contentHash,
                titleHash: fingerprint.titleHash, story: entry.story, companiesEnd: UInt32(companies.count),
                kind: fingerprint.kind, isFindable: fingerprint.isFindable))
        places.append(fingerprint.places)
        articleIDs.append(entry.articleID)
        bands.append(fingerprint.isFindable ? fingerprint.places : nil, kind: fingerprint.kind)
        index(slot)
        if bands.isCrowded { rebuildBands() }
    }

    private mutating func index(_ slot: Int) {
        // The tables change while they look at the rows, which do not.
        let (rows, ids) = (self.rows, articleIDs)
        let row = rows[slot]
        slotsByArticle.insert(slot, ids.key(slot), where: { ids.agrees($0, slot) }, hashOf: ids.key)
        if row.urlKey != 0 {
            slotsByURL.insert(slot, row.urlKey, where: { rows[$0].urlKey == row.urlKey }, hashOf: { rows[$0].urlKey })
        }
        guard row.isFindable else { return }
        slotsByContent.insert(
            slot, row.contentHash, where: { rows[$0].contentHash == row.contentHash },
            hashOf: { rows[$0].contentHash })
        slotsByTitle.insert(
            slot, UInt64(row.titleHash), where: { rows[$0].titleHash == row.titleHash },
            hashOf: { UInt64(rows[$0].titleHash) })
    }

    // MARK: - One article

    func articleID(_ slot: Int) -> String { articleIDs[slot] }
    func seenAt(_ slot: Int) -> Timestamp { rows[slot].seenAt }
    func story(_ slot: Int) -> Int32 { rows[slot].story }

    func companies(_ slot: Int) -> ArraySlice<Int32> {
        companies[(slot == 0 ? 0 : Int(rows[slot - 1].companiesEnd))..<Int(rows[slot].companiesEnd)]
    }

    func fingerprint(_ slot: Int) -> CompactFingerprint {
        let row = rows[slot]
        return CompactFingerprint(
            places: places[slot], contentHash: row.contentHash, titleHash: row.titleHash, kind: row.kind,
            isFindable: row.isFindable)
    }

    func entry(_ slot: Int) -> Entry {
        let key = rows[slot].urlKey
        return Entry(
            articleID: articleIDs[slot], story: rows[slot].story, companies: Array(companies(slot)),
            seenAt: rows[slot].seenAt, urlKey: key == 0 ? nil : key)
    }

    // MARK: - Looking up

    func slot(ofArticle id: String) -> Int? {
        slotsByArticle.slot(TextKey.of(id)) { articleIDs.holds(id, at: $0) }
    }

    func slot(ofURL key: UInt64?) -> Int? {
        guard let key else { return nil }
        return slotsByURL.slot(key) { rows[$0].urlKey == key }
    }

    func slot(ofContent hash: UInt64) -> Int? {
        slotsByContent.slot(hash) { rows[$0].contentHash == hash }
    }

    func slot(ofTitle hash: UInt32) -> Int? {
        slotsByTitle.slot(UInt64(hash)) { rows[$0].titleHash == hash }
    }

    /// The nearest member that `isAllowed` lets through, with what it has in common (0...1).
    func nearest(
        _ fingerprint: CompactFingerprint, where isAllowed: (Int) -> Bool
    ) -> (slot: Int, similarity: Double)? {
        guard fingerprint.isFindable else { return nil }
        var best: (slot: Int, similarity: Double)?
        bands.candidates(fingerprint.places, kind: fingerprint.kind) { slot in
            // One that shares several bands comes repeatedly; it is no nearer than before.
            guard slot != best?.slot, rows[slot].kind == fingerprint.kind else { return }
            let isEqual = rows[slot].contentHash == fingerprint.contentHash
            let similarity = isEqual ? 1 : fingerprint.share(places[slot])
            if similarity > best?.similarity ?? 0, isAllowed(slot) { best = (slot, similarity) }
        }
        return best
    }

    private mutating func rebuildBands() {
        var wider = BandTable(capacity: rows.count * 2)
        for slot in 0..<rows.count { wider.append(rows[slot].isFindable ? places[slot] : nil, kind: rows[slot].kind) }
        bands = wider
    }
}
