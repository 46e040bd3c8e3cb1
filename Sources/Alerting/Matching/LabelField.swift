/// What a matcher can ask about an alert: the names that `alerts/*.yaml` use.
enum LabelField: String, CaseIterable {
    // One event of the alert.
    case type, group, phase, role
    case factLevel = "fact_level"
    // The company.
    case company, kind, watched
    case companyRole = "company_role"
    // The alert and its newest article.
    case severity, risk, sentiment, relevance, novelty, source, language, title, rule, articles
    case sourceRank = "source_rank"

    /// How values of the field compare.
    enum Kind: Equatable {
        case text
        /// One of these words.
        case word([String])
        case number(ClosedRange<Double>)
    }

    var kind: Kind {
        switch self {
        case .type, .group, .role, .company, .source, .title, .rule: .text
        case .phase: .word(Self.phases)
        case .factLevel: .word(["fact", "forecast", "opinion"])
        case .kind: .word(["listed", "unlisted", "group"])
        case .watched: .word(["true", "false"])
        case .companyRole: .word(["subject", "mentioned", "rater"])
        case .language: .word(["ko", "en", "und"])
        case .severity, .risk, .relevance, .novelty: .number(0...100)
        case .sentiment: .number(-1...1)
        case .sourceRank: .number(1...10)
        case .articles: .number(1...1_000_000)
        }
    }

    /// Only a rule sees the record behind an alert; only a route or a silence sees the rule that made it.
    func isKnown(in place: MatcherPlace) -> Bool {
        switch self {
        case .companyRole: place == .rule
        case .rule: place == .alert
        default: true
        }
    }

    static func names(in place: MatcherPlace) -> [String] {
        allCases.filter { $0.isKnown(in: place) }.map(\.rawValue)
    }

    private static let phases = [
        "alleged", "investigated", "charged", "tried", "decided", "appealed", "closed", "rumour", "agreed", "approved",
        "completed", "failed",
    ]
}

/// Where a matcher stands.
enum MatcherPlace {
    /// In a rule, which looks at a scored record.
    case rule
    /// In a route or a silence, which look at an alert.
    case alert
}
