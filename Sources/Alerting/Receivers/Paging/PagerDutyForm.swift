import NewsModel
import StrictYAML

/// PagerDuty, Events API v2: an alert opens an incident under its own id, a resolved notice closes it.
///
/// developer.pagerduty.com/docs (events-api-v2: Overview, Send an Alert Event, Rate Limits), read 2026-11-25: one event
/// a request, 1024 characters in `summary`, 255 in `dedup_key`, 512 KB in all, about 120 events a minute for a key. 202
/// is success, 400 is final. The routing key must stand in the body; it is put in at the try, not stored.
struct PagerDutyForm: WebhookForm {
    let text: MessageText
    let key: Secret
    let alertsPerMessage = 1
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let key = entry.secrets.text(entry.reader, "key", required: true)
        let address = entry.address(standard: "https://events.pagerduty.com/v2/enqueue")
        guard let text = entry.text(default: "line", .text, unit: .codePoints), let key else { return nil }
        return entry.webhook(address, secrets: [key], template: text.full, PagerDutyForm(text: text, key: key))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        let isOne = kind != .digest && alerts.count == 1
        var json = JSONWriter()
        json.object { json in
            json.name("event_action")
            json.string(kind == .resolved ? "resolve" : "trigger")
            json.name("dedup_key")
            json.string(isOne ? alerts[0].id : context.deliveryID)
            json.name("payload")
            json.object { json in
                json.name("summary")
                json.string(summary(alerts, kind: kind, isOne: isOne))
                json.name("source")
                json.string("newsward")
                json.name("severity")
                json.string(Self.severity(alerts, kind: kind))
                json.name("timestamp")
                json.string(context.createdAt.iso8601)
                json.name("class")
                json.string(alerts.first?.events.first.map { CleanText.line($0.type.rawValue, limit: 100) } ?? "news")
                json.name("custom_details")
                json.object { json in
                    json.name("alerts")
                    json.array(alerts) { json, alert in
                        json.object { json in AlertJSON.writeMembers(of: alert, to: &json) }
                    }
                }
            }
            writeLinks(alerts, to: &json)
            json.name("client")
            json.string("Newsward")
        }
        return json.bytes
    }

    private func summary(_ alerts: [Alert], kind: MessageKind, isOne: Bool) -> String {
        isOne
            ? CleanText.line(text.text(of: alerts[0], kind: kind, limit: 1024))
            : text.plainHeading(alerts, kind: kind, limit: 1024)
    }

    private func writeLinks(_ alerts: [Alert], to json: inout JSONWriter) {
        json.name("links")
        let links = alerts.compactMap { alert in alert.url.flatMap { WebLink.safe($0, limit: 2000) } }
        json.array(links.prefix(20)) { json, link in
            json.object { json in
                json.name("href")
                json.string(link)
                json.name("text")
                json.string(text.words.openArticle)
            }
        }
    }

    private static func severity(_ alerts: [Alert], kind: MessageKind) -> String {
        if kind == .resolved { return "info" }
        switch alerts.map(\.severity).max() ?? 0 {
        case 80...: return "critical"
        case 60...: return "error"
        case 40...: return "warning"
        default: return "info"
        }
    }

    func sealed(_ body: [UInt8]) -> [UInt8] { inserting("routing_key", key, into: body) }

    func verdict(on answer: WebhookAnswer) -> AnswerVerdict {
        answer.status == 400 ? .refused : .byStatus(answer.status)
    }
}
