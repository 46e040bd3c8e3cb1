import NewsModel

/// What a message template can say of an alert: names and cleaned, length-limited texts.
struct AlertView {
    /// Longest texts, in UTF-16 units, so that a message fits where it goes.
    struct Limits {
        var title = 300
        var evidence = 120
        var events = 10
        var url = 1000

        /// The same limits, made smaller for a message that came out too long.
        func shrunk(by factor: Int) -> Limits {
            Limits(
                title: max(40, title / factor), evidence: max(20, evidence / factor), events: max(2, events / factor),
                url: url / factor)
        }
    }

    let language: MessageLanguage
    let clock: LocalTime
    var limits = Limits()
    var kind = MessageKind.alert

    /// The names that templates may use; a test holds it against `context(for:)`.
    static let names = [
        "alert_id", "revision", "is_update", "is_resolved", "is_monitor", "kind", "reason", "rule", "company",
        "company_id", "severity", "severity_word",
        "sentiment", "score", "relevance", "novelty", "watched", "title", "url", "source", "published", "updated",
        "articles", "several", "sources", "source_count", "several_sources", "first_seen", "best_rank", "events",
        "more_events",
        // Inside events.
        "type", "words", "phase", "role", "fact_level", "is_fact", "event_severity", "evidence",
    ]

    func context(for alert: Alert) -> [String: Any] {
        let words = EventWords(language: language)
        var context: [String: Any] = [
            "alert_id": alert.id, "revision": alert.revision, "is_update": alert.revision > 1,
            "is_resolved": kind == .resolved, "is_monitor": kind == .monitor, "kind": kind.rawValue,
            "reason": CleanText.line(alert.reason, limit: 200), "rule": CleanText.line(alert.rule, limit: 80),
            "company": company(alert.company), "severity": alert.severity,
            "severity_word": words.severity(alert.severity),
            "sentiment": words.sentiment(alert.sentiment.sentimentClass), "score": Self.signed(alert.sentiment.score),
            "relevance": alert.relevance, "watched": alert.isWatched,
            "title": CleanText.line(alert.title, limit: limits.title), "updated": clock.text(alert.updatedAt),
            "articles": alert.articleCount, "several": alert.articleCount > 1, "source_count": alert.sources.count,
            "several_sources": alert.sources.count > 1,
            "sources": alert.sources.prefix(5).map { CleanText.line($0, limit: 40) }.joined(separator: ", "),
            "events": alert.events.prefix(limits.events).map { event($0, words: words) },
        ]
        context["company_id"] = alert.company.id.map { CleanText.line($0, limit: 40) }
        context["novelty"] = alert.novelty
        context["url"] = alert.url.flatMap { WebLink.safe($0, limit: limits.url, forMarkup: true) }
        context["source"] = alert.source.map { CleanText.line($0, limit: 80) }
        context["published"] = alert.publishedAt.map(clock.text)
        context["first_seen"] = alert.firstSeenAt.map { clock.text($0, beside: alert.publishedAt ?? alert.updatedAt) }
        context["best_rank"] = alert.bestSourceRank
        let missing = alert.events.count - limits.events
        if missing > 0 { context["more_events"] = missing }
        return context
    }

    private func event(_ event: NewsEvent, words: EventWords) -> [String: Any] {
        var context: [String: Any] = [
            "type": CleanText.line(event.type.rawValue, limit: 80), "words": words.type(event.type),
            "fact_level": words.factLevel(event.factLevel), "is_fact": event.factLevel == .fact,
            "event_severity": event.severity,
        ]
        context["phase"] = event.phase.map(words.phase)
        context["role"] = event.role.map { CleanText.line($0, limit: 40) }
        context["evidence"] = event.evidence.first.map { CleanText.line($0.span.text, limit: limits.evidence) }
        return context
    }

    /// The company's name, cleaned.
    func company(_ company: Company) -> String {
        guard company != CompanyFinding.unnamedCompany else {
            return language == .korean ? "이름 없는 회사" : "unnamed company"
        }
        return CleanText.line(company.name, limit: 80)
    }

    /// `-0.62`, `+0.10`, `0.00`.
    static func signed(_ score: Double) -> String {
        let hundredths = Int((max(-1, min(1, score.isFinite ? score : 0)) * 100).rounded())
        let digits = abs(hundredths) % 100
        let sign = hundredths < 0 ? "-" : hundredths > 0 ? "+" : ""
        return "\(sign)\(abs(hundredths) / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}

/// Links out of feeds, fit for a message.
enum WebLink {
    /// The link when it is http or https and short enough, with every byte that could end a link early percent-encoded;
    /// for markup also those that `SlackText` would replace.
    static func safe(_ url: String, limit: Int, forMarkup: Bool = false) -> String? {
        let lowercased = url.utf8.prefix(8).map { (65...90).contains($0) ? $0 + 32 : $0 }
        guard lowercased.starts(with: "http://".utf8) || lowercased.starts(with: "https://".utf8) else { return nil }
        guard url.utf8.count <= limit else { return nil }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in url.utf8 {
            let isReserved = "<>|\"`\\^{}".utf8.contains(byte) || forMarkup && "*~@()[]".utf8.contains(byte)
            if byte > 0x20, byte < 0x7F, !isReserved {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return bytes.count <= limit ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
