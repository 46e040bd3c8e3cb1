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
        judge(
            record: record, article: article, story: story, watchlist: watchlist, watchedTerms: watchedTerms,
            background: AlertBackground(previous: previous), now: now
        ).map(\.decision)
    }

    /// The same with every rule that was looked at, and with what else counts than the article.
    public func judge(
        record: ScoredRecord, article: Article, story: Story, watchlist: Watchlist, watchedTerms: [String] = [],
        background: AlertBackground, now: Timestamp
    ) -> [AlertJudgement] {
        var judgements: [AlertJudgement] = []
        for finding in CompanyFinding.findings(in: record) {
            let isSubject = finding.assessment?.role == .subject
            let isWatched = watchlist.holds(finding.company) || (isSubject && !watchedTerms.isEmpty)
            let draft = AlertDraft(
                record: record, article: article, story: story, finding: finding, isWatched: isWatched,
                background: background, now: now)
            if let judgement = judge(draft) { judgements.append(judgement) }
        }
        guard judgements.isEmpty else { return judgements }
        let reason = record.events.isEmpty ? "no event" : "no rule takes its events"
        return [AlertJudgement(company: nil, decision: .none(reason: reason), checks: [], caseNote: nil)]
    }

    /// The alert's id: from story and company, so that a repeat after a restore carries the same one. Holds no dot.
    public static func alertID(storyID: String, company: Company) -> String {
        "alert_" + ContentHash.hex(["alert", storyID, company.id ?? "name:" + company.name], bytes: 10)
    }

    private func judge(_ draft: AlertDraft) -> AlertJudgement? {
        var checks: [RuleCheck] = []
        var decision: AlertDecision?
        for rule in rules {
            let events = draft.finding.events(for: rule)
            if events.isEmpty, !rule.takesNoEvent || draft.finding.isUnnamed { continue }
            guard let matched = draft.matchedEvents(of: rule) else {
                checks.append(draft.miss(of: rule))
                continue
            }
            checks.append(RuleCheck(rule: rule.name, met: true, events: matched.map(\.type.rawValue)))
            decision = draft.decision(rule: rule, matched: matched)
            break
        }
        let change = draft.caseChange
        if let change, change.closes { decision = draft.closing(change, otherwise: decision) }
        guard !checks.isEmpty || decision != nil else { return nil }
        let name = CleanText.line(draft.finding.company.name, limit: 80)
        let misses = checks.map { "rule \($0.rule) needs \($0.failed ?? ""), it is \($0.found ?? "")" }
        return AlertJudgement(
            company: draft.finding.company,
            decision: decision ?? .none(reason: "\(name): \(misses.joined(separator: "; "))"), checks: checks,
            caseNote: change?.note)
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
