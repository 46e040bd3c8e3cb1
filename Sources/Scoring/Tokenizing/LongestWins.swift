/// Where terms overlap, the longest wins and hides the others.
enum LongestWins {
    /// The hits that stay, ordered by their start; of equal length the earlier one stays.
    static func filter(_ hits: [TermHit]) -> [TermHit] {
        guard hits.count > 1 else { return hits }
        var kept: [TermHit] = []
        for hit in sorted(hits) {
            while let last = kept.last, last.overlaps(hit), last.length < hit.length { kept.removeLast() }
            if let last = kept.last, last.overlaps(hit) { continue }
            kept.append(hit)
        }
        return kept
    }

    /// The hits that no longer span covers. Both orders of length count: a hit stays where it is longer than the span.
    static func remove(_ hits: [TermHit], coveredBy spans: [TermHit], orEqual: Bool) -> [TermHit] {
        guard !spans.isEmpty, !hits.isEmpty else { return hits }
        let ordered = sorted(spans)
        var first = 0
        return sorted(hits).filter { hit in
            while first < ordered.count, ordered[first].end <= hit.start { first += 1 }
            var index = first
            while index < ordered.count, ordered[index].start < hit.end {
                let span = ordered[index]
                if span.overlaps(hit), span.length > hit.length || (orEqual && span.length == hit.length) {
                    return false
                }
                index += 1
            }
            return true
        }
    }

    /// By start, longer ones first, then by payload, so that the order never depends on the files' order.
    static func sorted(_ hits: [TermHit]) -> [TermHit] {
        guard hits.count > 1 else { return hits }
        return hits.sorted { left, right in
            if left.start != right.start { return left.start < right.start }
            if left.end != right.end { return left.end > right.end }
            return left.payload < right.payload
        }
    }
}
