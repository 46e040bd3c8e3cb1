import Foundation
import NewsModel

extension FeedRhythm {
    /// After this many seconds an arrival weighs 1/e of a new one: three days, so that a weekend does not hide a week.
    private static let memorySeconds = 3.0 * 86_400
    /// A silence of this many mean gaps counts as a longer gap.
    private static let patience: Int64 = 10

    /// The rhythm at first sight of a feed, by the dates of its entries; dates in the future tell nothing.
    static func first(dates: [Timestamp?], entries: Int, now: Timestamp) -> FeedRhythm {
        var rhythm = FeedRhythm()
        rhythm.entryCount = entries
        let past = dates.compactMap { $0 }.filter { $0 <= now }.sorted()
        guard let oldest = past.first, let newest = past.last else { return rhythm }
        rhythm.lastArrivalAt = newest
        let days = Double(newest.seconds(since: oldest)) / 86_400
        if past.count > 1, days > 0 { rhythm.arrivalsPerDay = Double(past.count - 1) / days }
        return rhythm
    }

    /// Takes in what a document brought: `new` entries of `total`, after a poll at `lastPoll`.
    ///
    /// - Parameter isGap: whether all of it is new, so that more may have come and gone unseen.
    mutating func note(new: Int, total: Int, isGap: Bool, lastPoll: Timestamp, now: Timestamp) {
        entryCount = total
        guard new > 0 else { return }
        let silence = Double(max(60, now.seconds(since: lastArrivalAt ?? lastPoll)))
        let weight = 1 - exp(-silence / Self.memorySeconds)
        let rate = Double(new) * 86_400 / silence
        var mean = arrivalsPerDay.map { $0 + (rate - $0) * weight } ?? rate
        if isGap {
            gapCount += 1
            lastGapAt = now
            // So many came since the last poll at the least.
            mean = max(mean, Double(new) * 86_400 / Double(max(60, now.seconds(since: lastPoll))))
        }
        arrivalsPerDay = mean
        lastArrivalAt = now
    }

    /// Mean seconds between two arrivals, as far as the last silence lets one believe it; nil where it is not known.
    func meanGapSeconds(at now: Timestamp) -> Int64? {
        guard let arrivalsPerDay, arrivalsPerDay > 0 else { return nil }
        let mean = Int64(min(86_400 / arrivalsPerDay, 1e9))
        let silence = lastArrivalAt.map { now.seconds(since: $0) } ?? 0
        return max(mean, silence / Self.patience)
    }

    /// Mean seconds between two arrivals before the last silence; nil where it is not known.
    var usualGapSeconds: Int64? {
        arrivalsPerDay.flatMap { $0 > 0 ? Int64(min(86_400 / $0, 1e9)) : nil }
    }
}
