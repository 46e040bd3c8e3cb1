import NewsModel

/// Writes alerts as JSON. Texts from feeds are cleaned first: a line of JSON must be safe on a terminal too.
enum AlertJSON {
    /// More events than this are only counted, so that one alert stays under the 20 kB that webhooks should not pass.
    private static let maximumEvents = 15
    private static let maximumEvidence = 2
    private static let maximumSources = 20

    /// One line of JSON for each alert, each with its line break.
    static func lines(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        alerts.flatMap { alert in
            var json = JSONWriter()
            json.object { json in
                json.name("delivery")
                json.string(context.deliveryID)
                json.name("kind")
                json.string(context.kind.rawValue)
                writeMembers(of: alert, to: &json)
            }
            return json.bytes + [UInt8(ascii: "\n")]
        }
    }

    /// The members of an alert's object.
    static func writeMembers(of alert: Alert, to json: inout JSONWriter) {
        cleaned(alert).writeMembers(to: &json, eventCount: alert.events.count)
    }

    /// The alert with every text cleaned and cut, and with the first of its events.
    private static func cleaned(_ alert: Alert) -> Alert {
        Alert(
            id: alert.id, revision: alert.revision, storyID: alert.storyID,
            company: Company(
                id: alert.company.id, kind: alert.company.kind, name: CleanText.line(alert.company.name, limit: 200)),
            rule: CleanText.line(alert.rule, limit: 200), reason: CleanText.line(alert.reason, limit: 500),
            events: alert.events.prefix(maximumEvents).map(cleaned), severity: alert.severity,
            sentiment: alert.sentiment, relevance: alert.relevance, novelty: alert.novelty, articleID: alert.articleID,
            title: CleanText.line(alert.title, limit: 400), url: alert.url.flatMap { WebLink.safe($0, limit: 2000) },
            source: alert.source.map { CleanText.line($0, limit: 200) }, sourceRank: alert.sourceRank,
            language: alert.language, publishedAt: alert.publishedAt, articleCount: alert.articleCount,
            sources: alert.sources.prefix(maximumSources).map { CleanText.line($0, limit: 80) },
            isWatched: alert.isWatched, createdAt: alert.createdAt, updatedAt: alert.updatedAt, risk: alert.risk,
            caseID: alert.caseID, isResolved: alert.isResolved, firstSeenAt: alert.firstSeenAt,
            bestSourceRank: alert.bestSourceRank)
    }

    private static func cleaned(_ event: NewsEvent) -> NewsEvent {
        NewsEvent(
            type: EventType(rawValue: CleanText.line(event.type.rawValue, limit: 100)), companyID: event.companyID,
            companyName: event.companyName, role: event.role.map { CleanText.line($0, limit: 40) }, phase: event.phase,
            factLevel: event.factLevel, severity: event.severity, relevance: event.relevance, score: event.score,
            evidence: event.evidence.prefix(maximumEvidence).map { item in
                let span = item.span
                let text = CleanText.line(span.text, limit: 120)
                return Evidence(
                    span: TextSpan(field: span.field, start: span.start, end: span.end, text: text), rule: item.rule)
            })
    }
}
