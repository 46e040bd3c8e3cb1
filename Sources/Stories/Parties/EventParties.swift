import NewsModel

/// Finds whom or what an event is about: persons, other companies and amounts in the sentences of its evidence.
///
/// Written as `person:NAME`, `company:ID` and `amount:CURRENCY:NUMBER`.
enum EventParties {
    /// What tells two events of a type apart.
    struct Kinds: OptionSet {
        let rawValue: Int
        static let persons = Kinds(rawValue: 1)
        static let companies = Kinds(rawValue: 2)
        static let amounts = Kinds(rawValue: 4)
        static let raters = Kinds(rawValue: 8)
    }

    /// Empty for types that happen to a company once in a while, whoever tells of it: results, an outage, a strike.
    static func kinds(for type: EventType) -> Kinds {
        switch type.rawValue {
        case "legal.lawsuit": [.companies, .amounts, .persons]
        case "leadership.insider_trade": [.persons, .amounts]
        case "leadership.control_dispute": [.companies]
        case "regulatory.exchange_action", "regulatory.antitrust": []
        default:
            switch type.group {
            case "legal": [.persons, .companies]
            case "leadership": [.persons]
            case "regulatory", "capital": [.amounts]
            case "analyst": [.raters]
            case "earnings", "ops": []
            default: [.companies, .amounts]
            }
        }
    }

    /// The parties of an event, sorted; empty where its type has none or the text names none.
    static func parties(of event: NewsEvent, in context: EventContext) -> [String] {
        let kinds = kinds(for: event.type)
        var found: Set<String> = []
        if kinds.contains(.raters) { found.formUnion(raters(of: event, context.record)) }
        guard !kinds.isDisjoint(with: [.persons, .companies, .amounts]) else { return found.sorted() }
        for sentence in context.sentences(of: event) {
            if kinds.contains(.companies) { found.formUnion(companies(in: sentence, event, context.record)) }
            if kinds.contains(.amounts) {
                found.formUnion(AmountScanner.amounts(in: sentence.scalars).map { "amount:" + $0 })
            }
            if kinds.contains(.persons) {
                let names = context.record.companies.map(\.company.name)
                found.formUnion(PersonScanner.persons(in: sentence.scalars, companies: names).map { "person:" + $0 })
            }
        }
        return found.sorted()
    }

    private static func raters(of event: NewsEvent, _ record: ScoredRecord) -> [String] {
        record.companies.filter { $0.role == .rater && $0.company.id != event.companyID }.map { party($0.company) }
    }

    private static func companies(in sentence: Sentence, _ event: NewsEvent, _ record: ScoredRecord) -> [String] {
        record.companies
            .filter { $0.company.id != event.companyID && $0.company.kind != .group && $0.role != .rater }
            .filter { $0.mentions.contains { sentence.holds($0.span) } }
            .map { party($0.company) }
    }

    private static func party(_ company: Company) -> String {
        "company:" + (company.id ?? company.name.lowercased())
    }
}

/// How the parties of two reports of one topic stand to each other.
enum PartyMatch {
    /// Both name one and the same.
    case same
    /// Both name some, and none is the same. A second notice of one event is better than none of the other.
    case different
    /// One names none, or they cannot be compared: persons in Korean and in Latin letters.
    case open

    init(_ a: Set<String>, _ b: Set<String>) {
        if !a.isDisjoint(with: b) {
            self = .same
        } else if a.isEmpty || b.isEmpty {
            self = .open
        } else {
            let (left, right) = (Self.kinds(a), Self.kinds(b))
            let scripts: Set<String> = ["person", "person, not Latin"]
            let isOneNameInTwoScripts = left.isDisjoint(with: right) && left.union(right).isSuperset(of: scripts)
            self = isOneNameInTwoScripts ? .open : .different
        }
    }

    /// The parts before the names, with the script for names of persons.
    private static func kinds(_ parties: Set<String>) -> Set<String> {
        Set(
            parties.map { party in
                let kind = party.prefix { $0 != ":" }
                return kind == "person" && party.utf8.contains { $0 >= 0x80 } ? "person, not Latin" : String(kind)
            })
    }
}
