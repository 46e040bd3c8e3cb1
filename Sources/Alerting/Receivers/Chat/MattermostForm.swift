import NewsModel

/// A Mattermost incoming webhook: Markdown in `text`.
///
/// developers.mattermost.com/integrate/webhooks/incoming, read 2026-11-25: `text` in Markdown, mentions are read from
/// it; the answer is 200 and "ok". That a post holds 16,383 characters is not verified.
struct MattermostForm: WebhookForm {
    let text: MessageText
    let alertsPerMessage = 20
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "markdown", .markdown, unit: .codePoints) else { return nil }
        return entry.webhook(address, template: text.full, MattermostForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let heading = text.heading(alerts, kind: context.kind, limit: 200)
        var json = JSONWriter()
        json.object { json in
            json.name("text")
            json.string("#### \(heading)\n\n" + text.whole(alerts, kind: context.kind, limit: 16_000))
        }
        return json.bytes
    }
}
