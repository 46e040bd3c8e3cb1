import NewsModel

/// A company of an article on its way to an alert.
struct AlertDraft {
    let record: ScoredRecord
    let article: Article
    let story: Story
    let finding: CompanyFinding
    let isWatched: Bool
    let now: Timestamp

    /// The events that meet all matchers of a rule; nil when the rule is not met.
    func matchedEvents(of rule: AlertRule) -> [NewsEvent]? {
        let events = finding.events(for: rule)
        let matched = events.filter { rule.matchers.hold(for: subject($0)) }
        if !matched.isEmpty { return matched }
        if rule.takesNoEvent, events.isEmpty, rule.matchers.hold(for: subject(nil)) { return [] }
        return nil
    }

    /// Why a rule is not met, told for the event that came furthest: `rule grave needs severity >= 40, it is 20`.
    func miss(of rule: AlertRule) -> String {
        let events = finding.events(for: rule)
        let subjects = events.isEmpty ? [subject(nil)] : events.map { subject($0) }
        var furthest = (position: -1, text: "")
        for subject in subjects {
            guard let position = rule.matchers.firstIndex(where: { !$0.holds(for: subject) }) else { continue }
            let matcher = rule.matchers[position]
            if position > furthest.position {
                furthest = (position, "rule \(rule.name) needs \(matcher), it is \(subject.shown(matcher.field))")
            }
        }
        return furthest.text
    }

    func decision(rule: AlertRule, matched: [NewsEvent], previous: [Alert]) -> AlertDecision {
        let id = AlertRules.alertID(storyID: story.id, company: finding.company)
        let events = finding.events(for: rule)
        guard let earlier = previous.first(where: { $0.id == id }) else {
            return .raise(
                alert(id: id, revision: 1, rule: rule, reason: "first notice", events: events, createdAt: now))
        }
        let changes = AlertChanges(from: earlier, matched: matched, sourceRank: article.sourceRank)
        let reasons = changes.reasons(worth: rule.notifyAgain)
        guard !reasons.isEmpty else {
            return .unchanged(alertID: id, reason: "nothing new since revision \(earlier.revision)")
        }
        return .raise(
            alert(
                id: id, revision: earlier.revision + 1, rule: rule, reason: reasons.joined(separator: "; "),
                events: changes.merged(with: events), createdAt: earlier.createdAt))
    }

    private func alert(
        id: String, revision: Int, rule: AlertRule, reason: String, events: [NewsEvent], createdAt: Timestamp
    ) -> Alert {
        Alert(
            id: id, revision: revision, storyID: story.id, company: finding.company, rule: rule.name, reason: reason,
            events: events, severity: events.map(\.severity).max() ?? 0,
            sentiment: finding.assessment?.sentiment ?? record.sentiment, relevance: finding.relevance,
            novelty: record.novelty, articleID: article.id, title: article.title, url: article.url,
            source: article.source, sourceRank: article.sourceRank, language: article.language,
            publishedAt: article.publishedAt, articleCount: story.articleCount, sources: story.sources,
            isWatched: isWatched, createdAt: createdAt, updatedAt: now)
    }

    /// In a rule, `severity` is that of the event at hand.
    private func subject(_ event: NewsEvent?) -> MatchSubject {
        MatchSubject(
            company: finding.company, companyRole: finding.assessment?.role, isWatched: isWatched,
            severity: event?.severity ?? 0, sentiment: (finding.assessment?.sentiment ?? record.sentiment).score,
            relevance: finding.relevance, novelty: record.novelty, source: article.source,
            sourceRank: article.sourceRank, language: article.language, title: article.title, rule: nil,
            articleCount: story.articleCount, event: event)
    }
}
