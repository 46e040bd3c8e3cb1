import NewsModel

/// The story that an article joins, and why.
struct StoryMatch {
    /// Its number in the story table.
    let story: Int32
    let reason: JoinReason
    /// Share (0...1) of the text that the article has in common with the earlier one; 0 where texts were not compared.
    let share: Double
    var supersedes: String?
}

/// How new an article is against its story.
enum Novelty {
    /// Seconds within which an earlier article makes a later one less new.
    static let seconds: Int64 = 24 * 3600

    /// 0...100; see `StoryPlacement.novelty`.
    static func of(_ match: StoryMatch?, arrivals: [Timestamp], at moment: Timestamp) -> Int {
        guard let match else { return 100 }
        let recent = arrivals.count { abs(moment.seconds(since: $0)) <= seconds }
        var novelty = 100.0
        for _ in 0..<max(1, recent) { novelty *= 0.75 }
        switch match.reason {
        case .first: return 100
        case .sameText: return 0
        case .sameURL, .nearSame: return Int(min(novelty, 100 * (1 - match.share)).rounded())
        case .sameEvent: return Int(novelty.rounded())
        }
    }
}
