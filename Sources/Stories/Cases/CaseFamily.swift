import NewsModel

/// Which events belong to one case, and which of them end it.
enum CaseFamily {
    /// The family of an event type; nil for news that has no phases to follow.
    ///
    /// Investigation, charges, trial and verdict are one matter; a lawsuit is another. A trading halt is lifted on its
    /// own. A deal and its collapse are one. Contracts and reorganisations are single steps, not cases.
    static func of(_ type: EventType) -> String? {
        switch type.rawValue {
        case "legal.lawsuit": "legal.lawsuit"
        case "regulatory.exchange_action": "exchange"
        case "deal.merger", "deal.collapsed": "deal"
        default:
            switch type.group {
            case "legal": "legal"
            case "regulatory": "regulatory"
            default: nil
            }
        }
    }

    /// Scores from which a decision on a charge counts as an acquittal. A rejected arrest warrant scores lower.
    private static let acquittal = 0.5

    /// True for acquittal, withdrawal, lifting, and for a deal that is completed or off. Only a fact ends a case.
    static func isEnd(_ event: NewsEvent) -> Bool {
        guard event.factLevel == .fact, let phase = event.phase else { return false }
        switch phase {
        case .closed, .failed: return true
        case .completed: return event.type.group == "deal"
        case .decided:
            let isVerdict = ["legal.verdict", "legal.market_abuse"].contains(event.type.rawValue)
            return isVerdict && event.score >= acquittal
        default: return false
        }
    }
}
