import NewsModel

/// What a later article adds to an alert that is out already.
struct AlertChanges {
    private let earlier: Alert
    private let matched: [NewsEvent]
    private let sourceRank: Int

    init(from earlier: Alert, matched: [NewsEvent], sourceRank: Int) {
        self.earlier = earlier
        self.matched = matched
        self.sourceRank = sourceRank
    }

    /// The changes that a rule tells again, in plain words; empty when there is none.
    func reasons(worth news: Set<AlertRule.News>) -> [String] {
        var reasons: [String] = []
        if news.contains(.event) { reasons += newTypes.map { "new event \($0.rawValue)" } }
        if news.contains(.phase) { reasons += newPhases }
        if news.contains(.severity), let highest = matched.map(\.severity).max(), highest > earlier.severity {
            reasons.append("severity \(earlier.severity) to \(highest)")
        }
        if news.contains(.fact) { reasons += newFacts }
        let bestRank = earlier.bestSourceRank ?? earlier.sourceRank
        if news.contains(.source), sourceRank < bestRank {
            reasons.append("better source, rank \(bestRank) to \(sourceRank)")
        }
        return reasons
    }

    /// The alert's events with the newer article's in place of those of the same type, then the new ones.
    func merged(with events: [NewsEvent]) -> [NewsEvent] {
        let newerTypes = Set(events.filter { isAhead($0) }.map(\.type))
        let known = Set(earlier.events.map(\.type))
        let kept = earlier.events.filter { !newerTypes.contains($0.type) }
        return kept + events.filter { newerTypes.contains($0.type) || !known.contains($0.type) }
    }

    /// A repeated type is no news: a second outlet tells of the same event in other words.
    private var newTypes: [EventType] {
        let known = Set(earlier.events.map(\.type))
        return distinct(matched.map(\.type).filter { !known.contains($0) })
    }

    private var newPhases: [String] {
        distinct(
            matched.compactMap { event in
                guard let phase = event.phase, let furthest = furthestPhase(of: event.type),
                    phase.progress > furthest.rank
                else {
                    return nil
                }
                let before = furthest.name.map { "\($0) to " } ?? ""
                return "\(event.type.rawValue) \(before)\(phase.rawValue)"
            })
    }

    private var newFacts: [String] {
        distinct(
            matched.compactMap { event in
                let before = earlier.events.filter { $0.type == event.type }
                guard event.factLevel == .fact, !before.isEmpty, before.allSatisfy({ $0.factLevel != .fact }) else {
                    return nil
                }
                return "\(event.type.rawValue) is now a fact"
            })
    }

    /// True when the event tells more of its type than the alert does.
    private func isAhead(_ event: NewsEvent) -> Bool {
        let before = earlier.events.filter { $0.type == event.type }
        guard !before.isEmpty else { return false }
        if let furthest = furthestPhase(of: event.type), (event.phase?.progress ?? 0) > furthest.rank { return true }
        if event.severity > before.map(\.severity).max() ?? 0 { return true }
        return event.factLevel == .fact && before.allSatisfy { $0.factLevel != .fact }
    }

    /// How far the alert's events of a type have come, no phase counting as the first; nil where it has none of that type.
    private func furthestPhase(of type: EventType) -> (rank: Int, name: String?)? {
        let phases = earlier.events.filter { $0.type == type }.map(\.phase)
        return phases.map { (rank: $0?.progress ?? 1, name: $0?.rawValue) }.max { $0.rank < $1.rank }
    }

    private func distinct<Item: Hashable>(_ items: [Item]) -> [Item] {
        var seen: Set<Item> = []
        return items.filter { seen.insert($0).inserted }
    }
}
