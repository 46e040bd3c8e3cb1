import NewsModel
import Pipeline

/// The trail of an alert or of an article as a person reads it.
struct TrailPrinter {
    let style: TextStyle

    func text(_ trail: AlertTrail) -> String {
        let lines = trail.steps.flatMap(step) + ["", "Notices"] + trail.notices.flatMap(notice)
        return (lines + (trail.notices.isEmpty ? ["  none: no route took it"] : [])).joined(separator: "\n")
    }

    func text(_ verdict: ArticleVerdict) -> String {
        var lines = [style.bold("stopped at: \(verdict.stage.rawValue)")]
        if verdict.stage == .delivered { lines = [style.bold("not stopped: it was told")] }
        lines += verdict.reasons.map { "  \(TextStyle.oneLine($0))" }
        lines += verdict.alerts.map { "  alert \($0.id) revision \($0.revision): newsward alerts why \($0.id)" }
        if let article = verdict.article { lines += [""] + self.article(article) }
        return lines.joined(separator: "\n")
    }

    private func step(_ step: AlertTrail.Step) -> [String] {
        let alert = step.alert
        let company = [alert.company.name, alert.company.id.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
        var lines = [
            style.bold("\(alert.id) revision \(alert.revision) on \(TextStyle.oneLine(company))")
                + ", severity \(style.severity(alert.severity)), \(alert.createdAt.iso8601)",
            "  because  \(TextStyle.oneLine(alert.reason))",
        ]
        lines += rule(step)
        lines += ["Routes, as they stand now"]
        lines += step.routes.map { "  \($0.matched ? "+" : "-") \($0.route): \(TextStyle.oneLine($0.explanation))" }
        guard let article = step.article else {
            return lines + ["Article \(alert.articleID)", "  removed for its age"]
        }
        return lines + self.article(article)
    }

    private func rule(_ step: AlertTrail.Step) -> [String] {
        let head = "Rule \(TextStyle.oneLine(step.alert.rule))"
        guard let conditions = step.conditions else { return [head, "  no longer in rules.yaml"] }
        return [head]
            + conditions.map { condition in
                "  \(condition.holds ? "+" : "-") \(TextStyle.oneLine(condition.text)): it is \(condition.value)"
            }
    }

    private func article(_ trail: ArticleTrail) -> [String] {
        let article = trail.article
        var lines = ["Article \(article.id)", "  \(style.bold(TextStyle.oneLine(article.title)))"]
        lines += article.url.map { ["  link     \(TextStyle.oneLine($0))"] } ?? []
        lines += article.origin.map(origin) ?? ["  fetched  by an older version, which noted no more"]
        let published = article.publishedAt.map { "published \($0.iso8601), " } ?? ""
        lines.append(
            "  stored   \(published)seen \(article.seenAt.iso8601), source \(TextStyle.oneLine(article.source ?? "unknown")) rank \(article.sourceRank), language \(article.language.rawValue)"
        )
        lines += score(trail)
        lines += story(trail)
        return lines + ["  decision \(TextStyle.oneLine(trail.decision))"]
    }

    private func origin(_ origin: ArticleOrigin) -> [String] {
        var lines = ["  fetched  feed \(origin.feedFormat) \(document(origin.feed))"] + charset(origin.feed)
        if let id = origin.entryID { lines.append("  entry    \(TextStyle.oneLine(id))") }
        if let page = origin.page { lines += ["  fetched  page \(document(page))"] + charset(page) }
        if let problem = origin.pageProblem { lines.append("  page     not read: \(TextStyle.oneLine(problem))") }
        return lines + [
            "  text     taken from the \(origin.text == .page ? "page" : "entry's \(origin.text.rawValue)")"
        ]
    }

    private func document(_ document: ArticleOrigin.Document) -> String {
        let type = document.contentType.map { ", \(TextStyle.oneLine($0))" } ?? ""
        return
            "\(TextStyle.oneLine(document.url)): \(document.status), \(document.bytes) bytes in \(document.milliseconds) ms\(type)"
    }

    private func charset(_ document: ArticleOrigin.Document) -> [String] {
        ["  charset  \(document.charset): \(document.charsetReason)"]
            + document.problems.map { "           \(TextStyle.oneLine($0))" }
    }

    private func score(_ trail: ArticleTrail) -> [String] {
        let note =
            trail.lexiconHasChanged
            ? [
                "  lexicon  it was scored with \(short(trail.lexiconThen)); the cues below are those of \(short(trail.lexiconNow))"
            ] : ["  lexicon  \(short(trail.lexiconNow))"]
        let text = ExplanationPrinter(style: style).text(trail.explanation, title: "Score")
        return note + text.split(separator: "\n", omittingEmptySubsequences: true).map { "  \($0)" }
    }

    private func story(_ trail: ArticleTrail) -> [String] {
        guard let story = trail.story else { return [] }
        let why = trail.joinReason.isEmpty ? "" : ": \(trail.joinReason)"
        return [
            "  story    \(story.id)\(TextStyle.oneLine(why)); now \(story.articleCount) articles from \(story.sources.count) sources, first \(story.firstSeenAt.iso8601)"
        ]
    }

    private func notice(_ notice: AlertTrail.Notice) -> [String] {
        let pending = notice.notice
        return [
            "  revision \(pending.revision) by \(TextStyle.oneLine(pending.route)), group \(TextStyle.oneLine(pending.groupKey))",
            "    \(TextStyle.oneLine(notice.standing))",
        ]
            + notice.verdicts.map { "    \($0.action.rawValue) \($0.at.iso8601): \(TextStyle.oneLine($0.reason))" }
            + notice.attempts.map { attempt in
                let status = attempt.status.map { " status \($0)" } ?? ""
                let detail = attempt.detail.isEmpty ? "" : ": \(TextStyle.oneLine(attempt.detail))"
                return
                    "    try \(attempt.number) \(attempt.at.iso8601) \(attempt.succeeded ? "taken" : "failed")\(status) in \(attempt.latencyMilliseconds) ms\(detail)"
            }
    }

    private func short(_ hash: String) -> String { String(hash.prefix(19)) }
}
