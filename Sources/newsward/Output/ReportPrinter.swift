import NewsModel

/// A scored article as a person reads it.
struct ReportPrinter {
    let style: TextStyle
    /// Terms that moved the score are listed up to here; the rest is counted.
    private static let evidenceLimit = 8

    func report(_ record: ScoredRecord) -> String {
        var lines = [style.bold(TextStyle.oneLine(record.title.isEmpty ? "(no title)" : record.title))]
        lines.append("  " + origin(record))
        lines.append(
            "  sentiment \(style.feeling(record.sentiment))  severity \(style.severity(record.severity))"
                + "  confidence \(Self.decimals(record.confidence))"
        )
        lines += companies(record.companies)
        lines += events(record)
        lines += evidence(record.evidence)
        return lines.joined(separator: "\n") + "\n"
    }

    private func origin(_ record: ScoredRecord) -> String {
        let language =
            ["ko": "Korean", "en": "English"][record.language.rawValue] ?? "unknown language: companies only"
        return ([language, record.source, record.publishedAt?.iso8601, record.url] as [String?])
            .compactMap { $0 }.map(TextStyle.oneLine).joined(separator: " · ")
    }

    private func companies(_ companies: [CompanyAssessment]) -> [String] {
        guard !companies.isEmpty else { return ["", "  No company found."] }
        return ["", "  Companies"]
            + companies.map { item in
                let name = TextStyle.padded(item.company.name, to: 22)
                let id = TextStyle.padded(item.company.id ?? item.company.kind.rawValue, to: 13)
                let role = TextStyle.padded(item.role.rawValue, to: 9)
                return
                    "    \(name) \(id) \(role) relevance \(TextStyle.padded("\(item.relevance)", to: 3))"
                    + "  \(style.feeling(item.sentiment))"
            }
    }

    private func events(_ record: ScoredRecord) -> [String] {
        guard !record.events.isEmpty else { return ["", "  No event found."] }
        return ["", "  Events"]
            + record.events.flatMap { event in
                let company = event.companyName ?? event.companyID ?? "unnamed company"
                let facts = [
                    event.phase?.rawValue, event.role, event.factLevel == .fact ? nil : event.factLevel.rawValue,
                ]
                .compactMap { $0 }.joined(separator: ", ")
                let head =
                    "    \(TextStyle.padded(event.type.rawValue, to: 28)) \(TextStyle.padded(company, to: 16))"
                    + " severity \(style.severity(event.severity))"
                    + (facts.isEmpty ? "" : "  \(facts)")
                let proof = Self.shortest(event.evidence).map {
                    "\"\(TextStyle.oneLine($0.span.text))\" \(style.faint($0.rule))"
                }
                return [head, "      " + proof.joined(separator: ", ")]
            }
    }

    /// The spans that say it in the fewest words: none that holds another, and two at most.
    private static func shortest(_ evidence: [Evidence]) -> [Evidence] {
        var kept: [Evidence] = []
        for item in evidence.sorted(by: { $0.span.end - $0.span.start < $1.span.end - $1.span.start }) {
            let isWider = kept.contains { other in
                other.span.field == item.span.field && other.span.start < item.span.end
                    && item.span.start < other.span.end
            }
            if !isWider { kept.append(item) }
        }
        return kept.sorted { $0.span.start < $1.span.start }.prefix(2).map { $0 }
    }

    private func evidence(_ evidence: [Evidence]) -> [String] {
        let terms = evidence.filter { ($0.weight ?? 0) != 0 }.sorted { abs($0.weight ?? 0) > abs($1.weight ?? 0) }
        guard !terms.isEmpty else { return [] }
        let shown = terms.prefix(Self.evidenceLimit).map { item in
            let weight = item.weight ?? 0
            let how =
                item.modifiers.isEmpty ? "" : " (\(item.modifiers.map(TextStyle.oneLine).joined(separator: "; ")))"
            return
                "    \(style.signed(weight))  \"\(TextStyle.oneLine(item.span.text))\"\(how) \(style.faint(item.rule))"
        }
        let rest = terms.count - shown.count
        return ["", "  What moved the score"] + shown + (rest > 0 ? ["    and \(rest) more: see --format json"] : [])
    }

    static func decimals(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
