public import NewsModel

/// Counts of articles by story and by company, and the risk of companies, over the last week. A value; its owner
/// confines it to one actor. Memory: 8 to 24 bytes for each article and company and about 40 for each story, bounded by
/// the week.
public struct CoverageTable: Sendable {
    private struct CompanyHistory {
        var arrivals = Arrivals()
        var risk = RiskHistory()
    }

    /// Stories by the keyed hash of their ids. Most have one article: its moment does for them.
    private var singles: [UInt64: Timestamp] = [:]
    private var stories: [UInt64: Arrivals] = [:]
    private var companies: [String: CompanyHistory] = [:]

    /// Seconds after which an arrival is forgotten: 7 days.
    public static let windowSeconds: Int64 = 7 * 86_400

    public init() {}

    /// Takes an article in.
    public mutating func add(storyID: String, shares: [String: Double], at moment: Timestamp) {
        countStory(TextKey.of(storyID), at: moment)
        for (company, share) in shares {
            companies[company, default: CompanyHistory()].arrivals.add(moment)
            companies[company, default: CompanyHistory()].risk.add(share: share, at: moment)
        }
    }

    private mutating func countStory(_ key: UInt64, at moment: Timestamp) {
        if stories[key] == nil {
            guard let first = singles.removeValue(forKey: key) else {
                singles[key] = moment
                return
            }
            stories[key] = Arrivals(first)
        }
        stories[key]?.add(moment)
    }

    /// Earlier articles of a story in each window before a moment.
    public func novelty(ofStory storyID: String, at moment: Timestamp) -> CoverageCounts {
        let key = TextKey.of(storyID)
        let arrivals = stories[key] ?? singles[key].map { Arrivals($0) }
        return arrivals?.counts(at: moment) ?? CoverageCounts()
    }

    /// Earlier articles about the most covered of these companies in each window before a moment.
    public func volume(ofCompanies ids: some Sequence<String>, at moment: Timestamp) -> CoverageCounts {
        let counts = ids.compactMap { companies[$0]?.arrivals.counts(at: moment) }
        return counts.max { $0.days7 < $1.days7 } ?? CoverageCounts()
    }

    /// 0...100: the risk of a company at a moment, from the articles of the last week and a share (0...1) beside them.
    /// Many small reports never reach what one grave one says: see `RiskHistory`.
    public func risk(ofCompany id: String, adding share: Double = 0, at moment: Timestamp) -> Int {
        (companies[id]?.risk ?? RiskHistory()).risk(adding: share, at: moment, windowSeconds: Self.windowSeconds)
    }

    /// What an article adds to the risk of each company that it is about, 0...1: the gravest of the company's events that
    /// are bad for it, by severity and relevance; 0 for a company without one.
    public static func shares(of record: ScoredRecord) -> [String: Double] {
        var shares: [String: Double] = [:]
        for company in record.companies where company.role == .subject {
            if let id = company.company.id { shares[id] = 0 }
        }
        for event in record.events where event.score < 0 {
            guard let id = event.companyID else { continue }
            let share = Double(event.severity) / 100 * Double(event.relevance) / 100
            shares[id] = max(shares[id] ?? 0, min(max(share, 0), 0.99))
        }
        return shares
    }

    /// Forgets what came before a moment.
    public mutating func remove(before moment: Timestamp) {
        singles = singles.filter { $0.value >= moment }
        for key in stories.keys { stories[key]?.remove(before: moment) }
        for key in companies.keys {
            companies[key]?.arrivals.remove(before: moment)
            companies[key]?.risk.remove(before: moment)
        }
        stories = stories.filter { !$0.value.isEmpty }
        companies = companies.filter { !$0.value.arrivals.isEmpty }
    }
}
