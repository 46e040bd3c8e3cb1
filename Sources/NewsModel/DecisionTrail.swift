/// How the decision on one article came about, stored with it for "why" and "why not".
public struct DecisionTrail: Sendable, Hashable, Codable {
    /// Why the article could raise nothing whatever it holds (`baseline: first sight of the feed`); nil where it could.
    public var refusal: String?
    public var companies: [CompanyDecision]

    public init(refusal: String? = nil, companies: [CompanyDecision] = []) {
        self.refusal = refusal
        self.companies = companies
    }
}

/// What was decided for one company of an article.
public struct CompanyDecision: Sendable, Hashable, Codable {
    public enum Outcome: String, Sendable, Hashable, Codable {
        /// A new alert or a new revision of one.
        case raised
        /// A revision that only tells of the end of a case, to those who heard of it.
        case resolved
        /// The alert is out already, and nothing is worth telling again.
        case unchanged
        case none
    }

    public let company: String
    public let companyID: String?
    public let outcome: Outcome
    public let reason: String
    public let alertID: String?
    public let revision: Int?
    /// The rule that took it.
    public let rule: String?
    /// Every rule that was looked at, in order.
    public let rules: [RuleCheck]
    /// Every route that was looked at, in order; empty where no alert was raised.
    public var routes: [RouteCheck]
    /// What the case memory says of it: `case legal charged to decided, open since 2026-08-01T00:00:00Z`.
    public var caseNote: String?

    public init(
        company: String, companyID: String?, outcome: Outcome, reason: String, alertID: String? = nil,
        revision: Int? = nil, rule: String? = nil, rules: [RuleCheck] = [], routes: [RouteCheck] = [],
        caseNote: String? = nil
    ) {
        self.company = company
        self.companyID = companyID
        self.outcome = outcome
        self.reason = reason
        self.alertID = alertID
        self.revision = revision
        self.rule = rule
        self.rules = rules
        self.routes = routes
        self.caseNote = caseNote
    }
}

/// One rule held against one company of an article.
public struct RuleCheck: Sendable, Hashable, Codable {
    public let rule: String
    public let met: Bool
    /// Matchers that held for that event before the first that did not; nil where the rule is met, and in decisions of
    /// versions that did not note it.
    public let passed: Int?
    /// The first matcher that did not hold, for the event that came furthest: `severity >= 40`.
    public let failed: String?
    /// What that event says of the matcher's field: `20`.
    public let found: String?
    /// Types of the events that met the rule, or the type of the one that came furthest.
    public let events: [String]

    public init(
        rule: String, met: Bool, passed: Int? = nil, failed: String? = nil, found: String? = nil, events: [String] = []
    ) {
        self.rule = rule
        self.met = met
        self.passed = passed
        self.failed = failed
        self.found = found
        self.events = events
    }
}

/// One node of the routing tree that was looked at on an alert's way.
public struct RouteCheck: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The way through the tree: `root/legal`.
    public let route: String
    public let matched: Bool
    /// The receivers that this node sends to; empty where a node below it does, or none.
    public let receivers: [String]
    /// `needs severity >= 70, it is 40`, `sends to phone`, `left to a route below, continues`.
    public let explanation: String

    public init(route: String, matched: Bool, receivers: [String], explanation: String) {
        self.route = route
        self.matched = matched
        self.receivers = receivers
        self.explanation = explanation
    }

    /// `+ root/legal: sends to phone`.
    public var description: String { "\(matched ? "+" : "-") \(route): \(explanation)" }
}
