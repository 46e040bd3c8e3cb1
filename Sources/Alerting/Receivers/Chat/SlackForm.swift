import NewsModel

/// A Slack incoming webhook: `blocks` for Slack, `text` for its notifications and for servers that read nothing else.
///
/// docs.slack.dev, Block Kit reference (header, section) and "Sending messages using incoming webhooks", read
/// 2026-11-25: 50 blocks, 3000 characters in a section, 150 in a header, 4000 advised for `text`, one message a second
/// for a channel. About 13,200 characters in all blocks have been refused (msg_blocks_too_long).
struct SlackForm: WebhookForm {
    let text: MessageText
    let alertsPerMessage = 10
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "slack", .slack) else { return nil }
        return entry.webhook(address, template: text.full, SlackForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        let sections = text.sections(alerts, kind: kind, each: 3000, total: 12_000)
        let heading = SlackText.plain(text.plainHeading(alerts, kind: kind, limit: 150))
        var json = JSONWriter()
        json.object { json in
            json.name("text")
            json.string(SlackText.cut(sections.joined(separator: "\n\n"), limit: 4000))
            json.name("blocks")
            json.array([(text: heading, isHeader: true)] + sections.map { (text: $0, isHeader: false) }) {
                json, block in
                Self.write(block.text, isHeader: block.isHeader, to: &json)
            }
        }
        return json.bytes
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
