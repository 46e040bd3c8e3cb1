import Fetching
import NewsModel

/// A Discord webhook: one embed an alert, and nobody is ever mentioned.
///
/// docs.discord.com/developers/resources/message ("Embed Limits") and .../resources/webhook ("Execute Webhook"), read
/// 2026-11-25: 10 embeds, 256 characters in a title, 4096 in a description, 2000 in `content`, 6000 over all embeds;
/// embeds with the same URL are shown once. 429 carries `retry_after` in seconds with a fraction.
/// .../topics/rate-limits, read 2026-11-26: limits are not to be built in but read off every answer, a success too; with
/// `X-RateLimit-Remaining: 0` the next request waits for the seconds of `X-RateLimit-Reset-After`.
struct DiscordForm: WebhookForm {
    let text: MessageText
    let alertsPerMessage = 10
    /// 30 messages a minute for a channel.
    let secondsBetweenDeliveries = 2

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "markdown", .markdown) else { return nil }
        return entry.webhook(address, template: text.full, DiscordForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        let heading = text.heading(alerts, kind: kind, limit: 250)
        let sections = text.sections(alerts, kind: kind, each: 4096, total: 5900)
        var json = JSONWriter()
        json.object { json in
            json.name("content")
            json.string(heading)
            json.name("embeds")
            json.array(sections.enumerated()) { json, section in
                let shown = kind == .digest ? alerts : [alerts[section.offset]]
                Self.write(section.element, shown, kind: kind, to: &json)
            }
            json.name("allowed_mentions")
            json.object { json in
                json.name("parse")
                json.array([String]()) { json, name in json.string(name) }
            }
        }
        return json.bytes
    }

    func wait(in answer: WebhookAnswer) -> Double? {
        let isUsedUp = answer.headers.first("X-RateLimit-Remaining").flatMap(Int.init) == 0
        let inHeaders = isUsedUp ? answer.headers.first("X-RateLimit-Reset-After").flatMap(Double.init) : nil
        let inBody = answer.status == 429 ? AnswerJSON(answer)?.number("retry_after") : nil
        return [inHeaders, inBody].compactMap { $0 }.max()
    }

    /// The link stands in the text: embeds with equal links would be shown once.
    private static func write(_ text: String, _ alerts: [Alert], kind: MessageKind, to json: inout JSONWriter) {
        json.object { json in
            json.name("description")
            json.string(text)
            json.name("color")
            json.integer(SeverityColour.of(alerts, kind: kind))
            if let moment = alerts.map(\.updatedAt).max() {
                json.name("timestamp")
                json.string(moment.iso8601)
            }
        }
    }
}
