import NewsModel

/// The labels that a route groups by, as one text: `root/legal{company=XKRX:035720}`.
enum GroupKey {
    static func text(for alert: Alert, route: Route) -> String {
        let parts = route.grouping.labels.map { label in
            "\(label.rawValue)=\(CleanText.line(value(of: label, in: alert), limit: 200))"
        }
        return "\(route.path){\(parts.joined(separator: ","))}"
    }

    static func value(of label: Grouping.Label, in alert: Alert) -> String {
        switch label {
        case .company: alert.company.id ?? alert.company.name
        case .type: Set(alert.events.map(\.type.rawValue)).sorted().joined(separator: "+")
        case .group: Set(alert.events.map(\.type.group)).sorted().joined(separator: "+")
        case .story: alert.storyID
        case .alert: alert.id
        case .rule: alert.rule
        case .source: alert.source ?? ""
        case .language: alert.language.rawValue
        // By tens, so that near ones go together.
        case .severity: "\(min(alert.severity / 10 * 10, 90))"
        }
    }
}
