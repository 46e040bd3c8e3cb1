import NewsModel

/// A company of an article on its way to an alert.
struct AlertDraft {
    let record: ScoredRecord
    let article: Article
    let story: Story
    let finding: CompanyFinding
    let isWatched: Bool
    let background: AlertBackground
    let now: Timestamp

    /// The events that meet all matchers of a rule; nil when the rule is not met.
    func matchedEvents(of rule: AlertRule) -> [NewsEvent]? {
        let events = finding.events(for: rule)
        let matched = events.filter { rule.matchers.hold(for: subject($0)) }
        if !matched.isEmpty { return matched }
        if rule.takesNoEvent, events.isEmpty, rule.matchers.hold(for: subject(nil)) { return [] }
        return nil
    }

    /// Why a rule is not met, told for the event that came furthest: `severity >= 40`, it is `20`.
    func miss(of rule: AlertRule) -> RuleCheck {
        let events = finding.events(for: rule)
        let subjects = events.isEmpty ? [subject(nil)] : events.map { subject($0) }
        var furthest = -1
        var check = RuleCheck(rule: rule.name, met: false)
        for subject in subjects {
            guard let position = rule.matchers.firstIndex(where: { !$0.holds(for: subject) }), position > furthest
            else { continue }
            let matcher = rule.matchers[position]
            furthest = position
            check = RuleCheck(
                rule: rule.name, met: false, passed: position, failed: matcher.description,
                found: subject.shown(matcher.field), events: [subject.event?.type.rawValue].compactMap { $0 })
        }
        return check
    }

    /// What the article does to a case of the company: what closes one goes before what moves one on.
    var caseChange: CaseChange? {
        let own = background.cases.filter { $0.file.companyID == finding.company.id }
        return own.first(where: \.closes) ?? own.first
    }

    func decision(rule: AlertRule, matched: [NewsEvent]) -> AlertDecision {
        let events = finding.events(for: rule)
        if let earlier = earlierAlert { return revision(of: earlier, rule: rule, matched: matched, events: events) }
        if let corrected = background.corrected {
            // The earlier text raised nothing (a baseline, old news). Its change raises only what it adds.
            let before = alert(revision: 0, rule: rule.name, reason: "", events: owned(corrected), createdAt: now)
            let changes = AlertChanges(from: before, matched: matched, sourceRank: article.sourceRank)
            let reasons = changes.reasons(worth: rule.notifyAgain.subtracting([.source]))
            guard !reasons.isEmpty else { return .none(reason: "changed text of a known article, nothing new in it") }
        }
        return .raise(alert(revision: 1, rule: rule.name, reason: firstReason, events: events, createdAt: now))
    }

    /// The decision once a case is closed: the rule's own alert says so, or a revision for those who heard of the case.
    func closing(_ change: CaseChange, otherwise decision: AlertDecision?) -> AlertDecision? {
        let reason = "case closed by \(change.event.rawValue), open since \(change.file.openedAt.iso8601)"
        if case .raise(var alert) = decision {
            alert.isResolved = true
            alert.reason = alert.revision == 1 ? reason : "\(reason); \(alert.reason)"
            return .raise(alert)
        }
        guard !change.file.alertIDs.isEmpty else { return decision }
        let events = finding.events + finding.unnamedEvents
        let earlier = earlierAlert
        var alert = alert(
            revision: (earlier?.revision ?? 0) + 1, rule: earlier?.rule ?? "case memory", reason: reason,
            events: earlier.map { AlertChanges(from: $0, matched: events, sourceRank: 0).merged(with: events) }
                ?? events,
            createdAt: earlier?.createdAt ?? now)
        alert.isResolved = true
        return .resolve(alert)
    }

    private var alertID: String { AlertRules.alertID(storyID: story.id, company: finding.company) }

    private var earlierAlert: Alert? { background.previous.first { $0.id == alertID } }

    private func revision(
        of earlier: Alert, rule: AlertRule, matched: [NewsEvent], events: [NewsEvent]
    ) -> AlertDecision {
        let changes = AlertChanges(from: earlier, matched: matched, sourceRank: article.sourceRank)
        let reasons = changes.reasons(worth: rule.notifyAgain)
        guard !reasons.isEmpty else {
            return .unchanged(alertID: alertID, reason: "nothing new since revision \(earlier.revision)")
        }
        return .raise(
            alert(
                revision: earlier.revision + 1, rule: rule.name, reason: reasons.joined(separator: "; "),
                events: changes.merged(with: events), createdAt: earlier.createdAt))
    }

    private var firstReason: String {
        guard let change = caseChange, change.step != .opened else { return "first notice" }
        return "first notice; \(change.note)"
    }

    private func owned(_ events: [NewsEvent]) -> [NewsEvent] {
        events.filter { event in
            event.companyID == nil && event.companyName == nil
                || event.companyID == finding.company.id
                    && (event.companyID != nil || event.companyName == finding.company.name)
        }
    }

    private func alert(
        revision: Int, rule: String, reason: String, events: [NewsEvent], createdAt: Timestamp
    ) -> Alert {
        Alert(
            id: alertID, revision: revision, storyID: story.id, company: finding.company, rule: rule, reason: reason,
            events: events, severity: events.map(\.severity).max() ?? 0,
            sentiment: finding.assessment?.sentiment ?? record.sentiment, relevance: finding.relevance,
            novelty: record.novelty, articleID: article.id, title: article.title, url: article.url,
            source: article.source, sourceRank: article.sourceRank, language: article.language,
            publishedAt: article.publishedAt, articleCount: story.articleCount, sources: story.sources,
            isWatched: isWatched, createdAt: createdAt, updatedAt: now, risk: risk, caseID: caseChange?.file.id,
            firstSeenAt: story.firstSeenAt, bestSourceRank: story.bestSourceRank)
    }

    private var risk: Int? { finding.company.id.flatMap { background.risks[$0] } }

    /// In a rule, `severity` is that of the event at hand.
    private func subject(_ event: NewsEvent?) -> MatchSubject {
        MatchSubject(
            company: finding.company, companyRole: finding.assessment?.role, isWatched: isWatched,
            severity: event?.severity ?? 0, risk: risk,
            sentiment: (finding.assessment?.sentiment ?? record.sentiment).score,
            relevance: finding.relevance, novelty: record.novelty, source: article.source,
            sourceRank: article.sourceRank, language: article.language, title: article.title, rule: nil,
            articleCount: story.articleCount, event: event)
    }
}
