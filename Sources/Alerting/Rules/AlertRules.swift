import Crypto
public import NewsModel

/// The rules of `rules.yaml`: what becomes an alert.
///
/// Pure: the same record, story and earlier alerts give the same decisions.
public struct AlertRules: Sendable, Hashable {
    let rules: [AlertRule]

    /// One decision for each company of the record that has an event or that a rule without events could take.
    ///
    /// - Parameters:
    ///   - story: as it stands with this article in it.
    ///   - watchedTerms: the terms of the watchlist that the article holds; they make its subjects watched.
    ///   - previous: the newest revision of each alert of the story.
    public func decide(
        record: ScoredRecord, article: Article, story: Story, watchlist: Watchlist, watchedTerms: [String] = [],
        previous: [Alert], now: Timestamp
    ) -> [AlertDecision] {
        var decisions: [AlertDecision] = []
        for finding in CompanyFinding.findings(in: record) {
            let isSubject = finding.assessment?.role == .subject
            let isWatched = watchlist.holds(finding.company) || (isSubject && !watchedTerms.isEmpty)
            let draft = AlertDraft(
                record: record, article: article, story: story, finding: finding, isWatched: isWatched, now: now)
            if let decision = decide(draft, previous: previous) { decisions.append(decision) }
        }
        return decisions.isEmpty
            ? [.none(reason: record.events.isEmpty ? "no event" : "no rule takes its events")] : decisions
    }

    /// The alert's id: from story and company, so that a repeat after a restore carries the same one. Holds no dot.
    public static func alertID(storyID: String, company: Company) -> String {
        "alert_" + ContentHash.hex(["alert", storyID, company.id ?? "name:" + company.name], bytes: 10)
    }

    private func decide(_ draft: AlertDraft, previous: [Alert]) -> AlertDecision? {
        var misses: [String] = []
        for rule in rules {
            let events = draft.finding.events(for: rule)
            if events.isEmpty, !rule.takesNoEvent || draft.finding.isUnnamed { continue }
            let matched = draft.matchedEvents(of: rule)
            guard let matched else {
                misses.append(draft.miss(of: rule))
                continue
            }
            return draft.decision(rule: rule, matched: matched, previous: previous)
        }
        guard !misses.isEmpty else { return nil }
        let name = CleanText.line(draft.finding.company.name, limit: 80)
        return AlertDecision.none(reason: "\(name): \(misses.joined(separator: "; "))")
    }
}

/// Hashes of several texts that stay the same for ever.
enum ContentHash {
    /// The first `bytes` bytes of a SHA-256 over the parts, each with its length in front, in hexadecimal.
    static func hex(_ parts: [String], bytes: Int) -> String {
        var hash = SHA256()
        for part in parts {
            let utf8 = Array(part.utf8)
            hash.update(data: Array("\(utf8.count):".utf8))
            hash.update(data: utf8)
        }
        let digits = Array("0123456789abcdef".utf8)
        let text = hash.finalize().prefix(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
