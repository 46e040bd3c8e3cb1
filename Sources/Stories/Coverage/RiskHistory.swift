import Foundation
import NewsModel

/// What the articles about one company told of its risk, oldest first.
struct RiskHistory: Sendable {
    private struct Report {
        let at: Timestamp
        /// Above 0, at most 1: the others add nothing.
        let share: Float
    }

    private var reports: [Report] = []

    /// Reports that are kept; the oldest go.
    private static let longest = 20_000
    /// The half-life of a share in seconds: 2 days.
    private static let halfLife = 2.0 * 86_400
    /// Where less than this is left of the calm, the risk is 100 whatever else is told.
    private static let leastCalm = 0.005

    mutating func add(share: Double, at moment: Timestamp) {
        guard share > 0 else { return }
        reports.append(Report(at: moment, share: Float(share)))
        if reports.count > Self.longest { reports.removeFirst(Self.longest / 4) }
    }

    /// 0...100 at a moment, counting reports of so many seconds before it: each share fades by half every two days, and
    /// shares add up as independent chances do, 1 - (1 - a)(1 - b)....
    func risk(adding share: Double, at moment: Timestamp, windowSeconds: Int64) -> Int {
        var calm = 1 - min(max(share, 0), 1)
        // The newest weigh most, and the calm only shrinks: a company in trouble is looked through no further than needed.
        for report in reports.reversed() where calm > Self.leastCalm {
            let age = moment.seconds(since: report.at)
            guard age >= 0, age <= windowSeconds else { continue }
            calm *= 1 - Double(report.share) * exp2(-Double(age) / Self.halfLife)
        }
        return calm <= Self.leastCalm ? 100 : Int((100 * (1 - calm)).rounded())
    }

    mutating func remove(before moment: Timestamp) {
        reports.removeAll { $0.at < moment }
    }
}
