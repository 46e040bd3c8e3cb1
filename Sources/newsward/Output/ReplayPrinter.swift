import NewsModel
import Pipeline

/// A replay as a person reads it: a table of types, then the alerts.
struct ReplayPrinter {
    let style: TextStyle

    func print(_ report: ReplayReport, findings: [String]) throws {
        let silent = report.silentArticles > 0 ? ", \(report.silentArticles) of them without alerts by their age" : ""
        var lines = [
            "\(report.articles) articles\(silent); \(report.before.count) alerts before, \(report.after.count) after: "
                + "\(report.gained.count) gained, \(report.lost.count) lost, \(report.changed.count) changed"
        ]
        lines += table(report.types)
        lines += report.gained.map { "+ \(line($0))" }
        lines += report.lost.map { "- \(line($0))" }
        lines += report.changed.map { "~ \(line($0.after)): \(TextStyle.oneLine($0.changes.joined(separator: "; ")))" }
        lines += findings.map { "! \(TextStyle.oneLine($0))" }
        for line in lines { try Console.line(line) }
    }

    private func table(_ rows: [ReplayReport.TypeRow]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let head = ["type", "before", "after", "gained", "lost", "changed"]
        let cells = rows.map { row in
            [row.type] + [row.before, row.after, row.gained, row.lost, row.changed].map(String.init)
        }
        let widths = head.indices.map { place in ([head] + cells).map { $0[place].count }.max() ?? 0 }
        return ([head] + cells).map { row in
            row.indices.map { place in
                let fill = String(repeating: " ", count: widths[place] - row[place].count)
                return place == 0 ? row[place] + fill : fill + row[place]
            }.joined(separator: "  ")
        }
    }

    private func line(_ replayed: ReplayedAlert) -> String {
        let alert = replayed.alert
        return "\(style.severity(alert.severity)) \(TextStyle.oneLine(alert.company.name)) "
            + "\(replayed.types.joined(separator: ", ")) by \(alert.rule): \(TextStyle.oneLine(alert.title)) "
            + style.faint("\(alert.articleID) \(alert.id)")
    }
}
