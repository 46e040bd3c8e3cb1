import NewsModel

/// Writes the records of one document in the form that was asked for.
struct RecordWriter {
    let format: OutputFormat
    let fields: RecordFields
    let usesColor: Bool

    func write(_ records: [ScoredRecord]) throws -> ScoreOutcome {
        switch format {
        case .text:
            let printer = ReportPrinter(style: TextStyle(usesColor: usesColor))
            try Console.write(Array(records.map(printer.report).joined(separator: "\n").utf8))
        case .json, .ndjson:
            for record in records {
                var json = JSONWriter()
                record.write(to: &json, fields: fields)
                try Console.write(json.bytes + [UInt8(ascii: "\n")])
            }
        case .csv:
            try Console.write(Array((CSVTable.head + records.map(CSVTable.row).joined()).utf8))
        }
        return ScoreOutcome(severity: records.map(\.severity).max() ?? 0)
    }
}

/// Records as a table for spreadsheets.
enum CSVTable {
    static let head = "id,title,url,language,source,published_at,score,class,confidence,severity,companies,events\r\n"

    static func row(_ record: ScoredRecord) -> String {
        let cells = [
            record.id, record.title, record.url ?? "", record.language.rawValue, record.source ?? "",
            record.publishedAt?.iso8601 ?? "", number(record.sentiment.score), record.sentiment.sentimentClass.rawValue,
            number(record.confidence), "\(record.severity)",
            record.companies.filter { $0.role == .subject }.map { $0.company.id ?? $0.company.name }.joined(
                separator: " "),
            record.events.map(\.type.rawValue).joined(separator: " "),
        ]
        return cells.map(cell).joined(separator: ",") + "\r\n"
    }

    /// Always in quotes; a cell that a spreadsheet would run as a formula gets an apostrophe in front.
    static func cell(_ text: String) -> String {
        let dangerous = text.first.map { "=+-@\t\r\n".contains($0) && Double(text) == nil } ?? false
        return "\"" + (dangerous ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func number(_ value: Double) -> String {
        var json = JSONWriter()
        json.number(value)
        return json.text
    }
}
