/// Where terms overlap, the longest wins and hides the others.
enum LongestWins {
    /// The hits that stay, ordered by their start; of equal length the earlier one stays.
    static func filter(_ hits: [TermHit]) -> [TermHit] {
        var kept = hits
        keepLongest(&kept)
        return kept
    }

    /// The hits that no longer span covers. Both orders of length count: a hit stays where it is longer than the span.
    static func remove(_ hits: [TermHit], coveredBy spans: [TermHit], orEqual: Bool) -> [TermHit] {
        remove(hits, coveredBy: spans) { _ in orEqual }
    }

    /// The same where `orEqual` is asked for each hit.
    static func remove(_ hits: [TermHit], coveredBy spans: [TermHit], orEqual: (TermHit) -> Bool) -> [TermHit] {
        var kept = hits
        var ordered = spans
        sort(&ordered)
        removeCovered(&kept, by: ordered, orEqual: orEqual)
        return kept
    }

    /// The same in place.
    static func keepLongest(_ hits: inout [TermHit]) {
        guard hits.count > 1 else { return }
        sort(&hits)
        var kept = 0
        for index in hits.indices {
            let hit = hits[index]
            while kept > 0, hits[kept - 1].overlaps(hit), hits[kept - 1].length < hit.length { kept -= 1 }
            if kept > 0, hits[kept - 1].overlaps(hit) { continue }
            hits[kept] = hit
            kept += 1
        }
        hits.removeLast(hits.count - kept)
    }

    /// The same in place, and in order; the spans are in order already.
    static func removeCovered(_ hits: inout [TermHit], by spans: [TermHit], orEqual: Bool) {
        removeCovered(&hits, by: spans) { _ in orEqual }
    }

    private static func removeCovered(_ hits: inout [TermHit], by spans: [TermHit], orEqual: (TermHit) -> Bool) {
        guard !spans.isEmpty, !hits.isEmpty else { return }
        sort(&hits)
        var first = 0
        var kept = 0
        for index in hits.indices {
            let hit = hits[index]
            while first < spans.count, spans[first].end <= hit.start { first += 1 }
            if isCovered(hit, spans, first, orEqual: orEqual) { continue }
            if kept != index { hits[kept] = hit }
            kept += 1
        }
        hits.removeLast(hits.count - kept)
    }

    private static func isCovered(_ hit: TermHit, _ spans: [TermHit], _ first: Int, orEqual: (TermHit) -> Bool) -> Bool
    {
        var index = first
        while index < spans.count, spans[index].start < hit.end {
            let span = spans[index]
            if span.overlaps(hit), span.length > hit.length || (span.length == hit.length && orEqual(hit)) {
                return true
            }
            index += 1
        }
        return false
    }

    /// By start, longer ones first, then by payload, so that the order never depends on the files' order.
    ///
    /// By insertion, which keeps the order of equal ones: a scan finds hits in the order of their starts, so that each
    /// moves over the few of its own place only.
    static func sort(_ hits: inout [TermHit]) {
        for index in hits.indices.dropFirst() {
            let hit = hits[index]
            var place = index
            while place > 0, precedes(hit, hits[place - 1]) {
                hits[place] = hits[place - 1]
                place -= 1
            }
            if place != index { hits[place] = hit }
        }
    }

    private static func precedes(_ left: TermHit, _ right: TermHit) -> Bool {
        if left.start != right.start { return left.start < right.start }
        if left.end != right.end { return left.end > right.end }
        return left.payload < right.payload
    }
}
