import NewsModel

/// What an event is about: a company, a type, and a party or an amount that the text names.
///
/// Written as `COMPANY|TYPE|PARTY`; the party is empty where the text names none.
struct EventKey: Hashable {
    let company: String
    let type: EventType
    let party: String

    /// What events are looked up by before their parties are compared.
    var topic: String { company + "|" + type.rawValue }
    var text: String { topic + "|" + party }

    init(company: String, type: EventType, party: String) {
        self.company = company
        self.type = type
        self.party = party
    }

    /// Reads a stored key; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        self.init(company: String(parts[0]), type: EventType(rawValue: String(parts[1])), party: String(parts[2]))
    }
}

extension EventKey {
    /// Events below this relevance are background: "the company, which was fined last year, ...". They join nothing.
    private static let leastRelevance = 40
    /// Keys of one article; a list of everything that happened this week has no one event.
    private static let mostKeys = 24

    /// The keys of an article's events, the gravest event first.
    static func keys(of article: Article, record: ScoredRecord) -> [EventKey] {
        let top = record.events.map(\.relevance).max() ?? 0
        let events = record.events
            .filter { $0.companyID != nil && $0.relevance >= min(leastRelevance, top) }
            .sorted { ($0.severity, $0.relevance, $1.type) > ($1.severity, $1.relevance, $0.type) }
        guard !events.isEmpty else { return [] }
        let context = EventContext(article: article, record: record)
        var keys: [EventKey] = []
        for event in events {
            guard let company = event.companyID else { continue }
            let parties = EventParties.parties(of: event, in: context)
            for party in parties.isEmpty ? [""] : parties {
                let key = EventKey(company: company, type: event.type, party: party)
                if !keys.contains(key) { keys.append(key) }
            }
        }
        return Array(keys.prefix(mostKeys))
    }
}
