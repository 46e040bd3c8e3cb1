import NewsModel

/// An event while its evidence is gathered.
struct EventDraft: Sendable {
    var type: EventType
    /// Index into the lexicon's companies, nil where the company is unnamed.
    var company: Int?
    /// For appointments and departures: who, so that two persons stay two events.
    var person: [UInt8]?
    var phase: EventPhase?
    var role: String?
    var factLevel: FactLevel
    var severity: Int
    var score: Double
    var relevance: Int
    /// Firings that are its evidence, in the order of the article.
    var firings: [RuleFiring]
}
