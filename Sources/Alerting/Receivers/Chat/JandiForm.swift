import NewsModel

/// A JANDI incoming webhook. It wants an Accept header of its own.
///
/// support.jandi.com/en/articles/6352697-receiving-incoming-webhooks-in-jandi, read 2026-11-25: POST with
/// `Accept: application/vnd.tosslab.jandi-v2+json`; `body` (which must not be empty, and knows `[text](link)`),
/// `connectColor` and `connectInfo`. The page names no limits; the texts are kept as short as Slack's.
struct JandiForm: WebhookForm {
    let text: MessageText
    let accept = "application/vnd.tosslab.jandi-v2+json"
    let alertsPerMessage = 10
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "text", .markdown) else { return nil }
        return entry.webhook(address, template: text.full, JandiForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        let sections = text.sections(alerts, kind: kind, each: 2500, total: 9000)
        var json = JSONWriter()
        json.object { json in
            json.name("body")
            json.string(text.heading(alerts, kind: kind, limit: 200))
            json.name("connectColor")
            json.string(SeverityColour.text(alerts, kind: kind))
            json.name("connectInfo")
            json.array(sections) { json, section in
                json.object { json in
                    json.name("description")
                    json.string(section)
                }
            }
        }
        return json.bytes
    }
}
