import NewsModel

/// One element of an event rule.
enum RuleElement: Sendable, Hashable {
    /// One of a set of terms, by the number of the set.
    case cues(Int)
    case company, rater, person, number, percent, money

    static let names: [String: RuleElement] = [
        "<company>": .company, "<rater>": .rater, "<person>": .person, "<number>": .number, "<percent>": .percent,
        "<money>": .money,
    ]
}

/// One line of events.txt, compiled. A class, so that looking at a rule copies none of its parts.
final class EventRule: Sendable {
    let type: EventType
    /// The number of its type: rules of one type share it.
    let typeNumber: Int
    /// The group of its type.
    let group: String
    /// Parts that stand in one sentence in any order; inside a part the elements follow each other.
    let chains: [[RuleElement]]
    /// The chain and place in it that a search starts from: the last element that is a set of terms.
    let anchor: (chain: Int, element: Int)
    /// The set of terms that keep the rule from firing.
    let exclusion: Int?
    let phase: EventPhase?
    let score: Double
    let severity: Int
    let role: String?
    let factLevel: FactLevel
    /// False where the rule fires without a company.
    let needsParty: Bool
    /// Types that say more: it raises nothing where its company has an event of one of them in the same title or
    /// sentence.
    let unless: [EventType]
    /// `FILE:LINE`.
    let rule: String
    let text: String
    let language: Language
    /// Whether a company at one of its places is one that it calls by name: no element stands for any company.
    let callsByName: Bool

    init(
        type: EventType, typeNumber: Int, chains: [[RuleElement]], anchor: (chain: Int, element: Int), exclusion: Int?,
        phase: EventPhase?, score: Double, severity: Int, role: String?, factLevel: FactLevel, needsParty: Bool,
        unless: [EventType],
        rule: String, text: String, language: Language
    ) {
        self.type = type
        self.typeNumber = typeNumber
        group = type.group
        self.chains = chains
        self.anchor = anchor
        self.exclusion = exclusion
        self.phase = phase
        self.score = score
        self.severity = severity
        self.role = role
        self.factLevel = factLevel
        self.needsParty = needsParty
        self.unless = unless
        self.rule = rule
        self.text = text
        self.language = language
        callsByName = !chains.joined().contains { $0 == .company || $0 == .rater }
    }
}
