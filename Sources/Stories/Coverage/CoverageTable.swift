import Foundation
public import NewsModel

/// Counts of articles by story and by company, and the risk of companies, over the last week. A value; its owner
/// confines it to one actor. Memory: about 16 bytes for each article and company, bounded by the week.
public struct CoverageTable: Sendable {
    private struct Arrival {
        let at: Timestamp
        /// 0...1.
        let share: Float
    }

    private var stories: [String: [Arrival]] = [:]
    private var companies: [String: [Arrival]] = [:]

    /// Seconds after which an arrival is forgotten: 7 days.
    public static let windowSeconds: Int64 = 7 * 86_400
    /// Arrivals of one story or company that are kept; the oldest go.
    private static let longest = 20_000

    public init() {}

    /// Takes an article in.
    public mutating func add(storyID: String, shares: [String: Double], at moment: Timestamp) {
        Self.append(Arrival(at: moment, share: 0), to: &stories[storyID, default: []])
        for (company, share) in shares {
            Self.append(Arrival(at: moment, share: Float(share)), to: &companies[company, default: []])
        }
    }

    /// Earlier articles of a story in each window before a moment.
    public func novelty(ofStory storyID: String, at moment: Timestamp) -> CoverageCounts {
        Self.counts(stories[storyID] ?? [], at: moment)
    }

    /// Earlier articles about the most covered of these companies in each window before a moment.
    public func volume(ofCompanies ids: some Sequence<String>, at moment: Timestamp) -> CoverageCounts {
        let counts = ids.map { Self.counts(companies[$0] ?? [], at: moment) }
        return counts.max { $0.days7 < $1.days7 } ?? CoverageCounts()
    }

    /// 0...100: the risk of a company at a moment. Each article's share fades by half every two days; shares add up as
    /// independent chances do, 1 - (1 - a)(1 - b)..., so that many small reports never reach what one grave one says.
    public func risk(ofCompany id: String, adding share: Double = 0, at moment: Timestamp) -> Int {
        var calm = 1 - min(max(share, 0), 1)
        for arrival in companies[id] ?? [] {
            let age = moment.seconds(since: arrival.at)
            guard age >= 0, age <= Self.windowSeconds else { continue }
            calm *= 1 - Double(arrival.share) * Self.fading(age)
        }
        return Int((100 * (1 - calm)).rounded())
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

    /// Forgets what is older than the week.
    public mutating func remove(before moment: Timestamp) {
        for key in stories.keys { stories[key]?.removeAll { $0.at < moment } }
        for key in companies.keys { companies[key]?.removeAll { $0.at < moment } }
        stories = stories.filter { !$0.value.isEmpty }
        companies = companies.filter { !$0.value.isEmpty }
    }

    private static func append(_ arrival: Arrival, to arrivals: inout [Arrival]) {
        arrivals.append(arrival)
        if arrivals.count > longest { arrivals.removeFirst(longest / 4) }
    }

    private static func counts(_ arrivals: [Arrival], at moment: Timestamp) -> CoverageCounts {
        var values = [0, 0, 0, 0, 0]
        for arrival in arrivals.reversed() {
            let age = moment.seconds(since: arrival.at)
            // Arrivals come nearly in order: a day beyond the last window nothing more is to be found.
            if age > windowSeconds + 86_400 { break }
            guard age >= 0 else { continue }
            for (index, window) in CoverageCounts.windows.enumerated() where age <= window.seconds {
                values[index] += 1
            }
        }
        return CoverageCounts(
            hours12: values[0], hours24: values[1], days3: values[2], days5: values[3], days7: values[4])
    }

    /// The half-life of a share in seconds: 2 days.
    private static let halfLife = 2.0 * 86_400

    /// 2^(-age / half-life).
    private static func fading(_ age: Int64) -> Double {
        exp2(-Double(age) / halfLife)
    }
}
