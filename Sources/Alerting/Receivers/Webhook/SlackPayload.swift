import NewsModel

/// Makes messages for a Slack incoming webhook: `blocks` for Slack, `text` for its notifications and for the servers
/// that read nothing else.
///
/// Limits (docs.slack.dev, Block Kit reference and "Sending messages using incoming webhooks"): 50 blocks, 3000
/// characters in a section, 150 in a header, 4000 advised for `text`; about 13,200 in all blocks have been refused.
struct SlackPayload {
    let template: MessageTemplate
    let view: AlertView
    static let alertsPerMessage = 10
    private static let section = 3000
    private static let allSections = 12_000
    private static let text = 4000

    func body(_ alerts: [Alert]) -> [UInt8] {
        let share = min(Self.section, Self.allSections / max(alerts.count, 1))
        let sections = alerts.map { section($0, limit: share) }
        var json = JSONWriter()
        json.object { json in
            json.name("text")
            json.string(SlackText.cut(sections.joined(separator: "\n\n"), limit: Self.text))
            json.name("blocks")
            let header = (text: header(alerts), isHeader: true)
            json.array([header] + sections.map { (text: $0, isHeader: false) }) { json, block in
                Self.write(block.text, isHeader: block.isHeader, to: &json)
            }
        }
        return json.bytes
    }

    /// The alert by the template, its values made shorter until the section fits.
    private func section(_ alert: Alert, limit: Int) -> String {
        var text = ""
        for factor in [1, 2, 4, 8] {
            var smaller = view
            smaller.limits = view.limits.shrunk(by: factor)
            text = CleanText.lines(template.render(alert, view: smaller, escaping: .slack))
            if text.utf16.count <= limit { return text.isEmpty ? "-" : text }
        }
        return SlackText.cut(text, limit: limit)
    }

    private func header(_ alerts: [Alert]) -> String {
        let gravest = alerts.max { $0.severity < $1.severity }
        let company = SlackText.plain(CleanText.line(gravest?.company.name ?? "", limit: 80))
        let korean = view.language == .korean
        let rest = alerts.count - 1
        if rest <= 0 { return CleanText.line(korean ? "\(company) 알림" : "Alert: \(company)", limit: 150) }
        return CleanText.line(korean ? "\(company) 외 \(rest)건 알림" : "Alerts: \(company) and \(rest) more", limit: 150)
    }

    private static func write(_ text: String, isHeader: Bool, to json: inout JSONWriter) {
        json.object { json in
            json.name("type")
            json.string(isHeader ? "header" : "section")
            json.name("text")
            json.object { json in
                json.name("type")
                json.string(isHeader ? "plain_text" : "mrkdwn")
                json.name("text")
                json.string(text)
            }
        }
    }
}
