/// A dotted code such as `legal.market_abuse`. Codes live in the lexicon, so a user can add types without code.
public struct EventType: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The part before the first dot: `legal`.
    public var group: String {
        guard let dot = rawValue.utf8.firstIndex(of: UInt8(ascii: ".")) else { return rawValue }
        return String(rawValue[..<dot])
    }

    public static func < (left: EventType, right: EventType) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// How far a case or a deal has come.
public enum EventPhase: String, Sendable, Hashable, Codable, CaseIterable {
    case alleged, investigated, charged, tried, decided, appealed, closed
    case rumour, agreed, approved, completed, failed

    /// How far a case or a deal has come, 1...7: late reports of an earlier phase are no news.
    public var progress: Int {
        switch self {
        case .alleged, .rumour: 1
        case .investigated, .agreed: 2
        case .charged, .approved: 3
        case .tried: 4
        case .decided: 5
        case .appealed: 6
        case .closed, .completed, .failed: 7
        }
    }
}

/// Whether the text reports, expects or judges.
public enum FactLevel: String, Sendable, Hashable, Codable {
    case fact, forecast, opinion
}

/// A typed thing that happened to a company, or that the text says of it.
public struct NewsEvent: Sendable, Hashable {
    public let type: EventType
    /// The listed company that is party to it; nil where that company is unnamed or on no list.
    public let companyID: String?
    /// The company's name as shown, where one is known.
    public let companyName: String?
    /// The company's part: defendant, plaintiff, acquirer, target, rated, rater, issuer, employer ...
    public let role: String?
    public let phase: EventPhase?
    public let factLevel: FactLevel
    /// 0...100, from type and phase.
    public let severity: Int
    /// 0...100: headline highest.
    public let relevance: Int
    /// -1...+1 for holders of the company's shares.
    public let score: Double
    public let evidence: [Evidence]

    public init(
        type: EventType, companyID: String?, companyName: String? = nil, role: String?, phase: EventPhase?,
        factLevel: FactLevel, severity: Int, relevance: Int, score: Double, evidence: [Evidence]
    ) {
        self.type = type
        self.companyID = companyID
        self.companyName = companyName
        self.role = role
        self.phase = phase
        self.factLevel = factLevel
        self.severity = severity
        self.relevance = relevance
        self.score = score
        self.evidence = evidence
    }
}
