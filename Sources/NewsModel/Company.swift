/// What a company name stands for.
public enum CompanyKind: String, Sendable, Hashable, Codable {
    /// On one of the exchanges' lists; has an id.
    case listed
    /// A company on no list; no id.
    case unlisted
    /// A group of companies (삼성, SK, 한화): no id of its own.
    case group
}

/// A company as the lists know it.
public struct Company: Sendable, Hashable {
    /// MARKET:ticker, MARKET the ISO 10383 MIC (`XKRX:035720`, `XNAS:NVDA`), else `OTC` or `XXXX`; nil for unlisted ones and groups.
    public let id: String?
    public let kind: CompanyKind
    /// The name to show.
    public let name: String

    public init(id: String?, kind: CompanyKind, name: String) {
        self.id = id
        self.kind = kind
        self.name = name
    }
}

/// What a company is to an article.
public enum CompanyRole: String, Sendable, Hashable, Codable {
    /// The article is about it.
    case subject
    /// Named in passing: a competitor, a former employer, a platform in a footer.
    case mentioned
    /// A broker or agency that speaks about another company.
    case rater
}

/// Where a company stands in a text.
public struct Mention: Sendable, Hashable {
    public let span: TextSpan

    public init(span: TextSpan) {
        self.span = span
    }
}

/// One company in one article: relevance, role and the sentiment for its holders.
public struct CompanyAssessment: Sendable, Hashable {
    public let company: Company
    /// 0...100; 75 and more means that the article is about the company.
    public let relevance: Int
    public let role: CompanyRole
    public let sentiment: Sentiment
    public let mentions: [Mention]

    public init(company: Company, relevance: Int, role: CompanyRole, sentiment: Sentiment, mentions: [Mention]) {
        self.company = company
        self.relevance = relevance
        self.role = role
        self.sentiment = sentiment
        self.mentions = mentions
    }
}
