import NewsModel
import Pipeline

/// Stored records and alerts as tables for spreadsheets; cells as in `CSVTable`.
enum ArchiveTable {
    static let recordHead =
        "id,title,url,language,source,published_at,seen_at,score,severity,companies,events,story,decision\r\n"
    static let alertHead =
        "id,revision,updated_at,severity,company,company_id,events,rule,reason,title,url,source,score\r\n"

    static func row(_ item: FoundArticle) -> String {
        let article = item.article
        return line([
            article.id, article.title, article.url ?? "", article.language.rawValue, article.source ?? "",
            article.publishedAt?.iso8601 ?? "", article.seenAt.iso8601, number(item.sentimentScore), "\(item.severity)",
            item.companies.joined(separator: "; "), item.eventTypes.joined(separator: " "), item.storyID, item.decision,
        ])
    }

    static func row(_ alert: Alert) -> String {
        line([
            alert.id, "\(alert.revision)", alert.updatedAt.iso8601, "\(alert.severity)", alert.company.name,
            alert.company.id ?? "", Set(alert.events.map(\.type.rawValue)).sorted().joined(separator: " "), alert.rule,
            alert.reason, alert.title, alert.url ?? "", alert.source ?? "", number(alert.sentiment.score),
        ])
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { CSVTable.cell($0) }.joined(separator: ",") + "\r\n"
    }

    private static func number(_ value: Double) -> String {
        var json = JSONWriter()
        json.number(value)
        return json.text
    }
}
