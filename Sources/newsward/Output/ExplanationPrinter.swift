import NewsModel
import Pipeline

/// An explanation as a person reads it.
struct ExplanationPrinter {
    let style: TextStyle

    func text(_ explanation: ScoreExplanation, title: String) -> String {
        let lines =
            [
                style.bold(TextStyle.oneLine(title)), "  \(style.feeling(explanation.sentiment))",
                "  \(explanation.arithmetic)",
            ]
            + section("Cues", explanation.cues.map(cue)) + section("Event rules", explanation.rules.map(rule))
            + section("Companies", explanation.companies.map(company))
        return lines.joined(separator: "\n")
    }

    private func section(_ name: String, _ rows: [String]) -> [String] {
        ["", "  " + name] + (rows.isEmpty ? ["    none"] : rows)
    }

    private func cue(_ cue: ScoreExplanation.Cue) -> String {
        let base = ReportPrinter.decimals(cue.base)
        let steps = ([cue.base < 0 ? "-\(base)" : base] + cue.modifiers.map(TextStyle.oneLine)).joined(separator: ", ")
        let about = cue.company.map { " about \(TextStyle.oneLine($0))" } ?? ""
        return
            "    \(style.signed(cue.weight))  \(place(cue.span)) \"\(TextStyle.oneLine(cue.span.text))\" \(cue.kind)\(about): \(steps) \(style.faint(cue.rule))"
    }

    private func rule(_ rule: ScoreExplanation.Rule) -> String {
        let verdict = rule.refusal.map { "no event: \(TextStyle.oneLine($0))" } ?? "fired"
        let modifiers =
            rule.modifiers.isEmpty ? "" : " (\(rule.modifiers.map(TextStyle.oneLine).joined(separator: "; ")))"
        return
            "    \(rule.refusal == nil ? "+" : "-") \(rule.type.rawValue) \(place(rule.span)) \"\(TextStyle.oneLine(rule.span.text))\" by `\(rule.text)`: \(verdict)\(modifiers) \(style.faint(rule.rule))"
    }

    private func company(_ item: CompanyAssessment) -> String {
        "    \(TextStyle.padded(item.company.name, to: 22)) \(item.role.rawValue), relevance \(item.relevance), \(style.feeling(item.sentiment))"
    }

    private func place(_ span: TextSpan) -> String {
        "\(span.field.rawValue) \(span.start)-\(span.end)"
    }
}
