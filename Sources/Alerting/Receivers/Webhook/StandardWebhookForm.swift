import NewsModel
import StrictYAML

/// The JSON of a generic webhook: `type`, `timestamp` and `data`, signed where a key is set.
///
/// Standard Webhooks 1.0.0 (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md, read 2026-11-25):
/// the id stays through all tries, a body stays under 20 kB, 2xx only is success, 410 disables.
struct StandardWebhookForm: WebhookForm {
    let receiver: String
    let signature: WebhookSignature?

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        Self.payload(alerts, receiver: receiver, context: context)
    }

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        let keys = entry.secrets.keys(entry.reader)
        let parallel = entry.reader.integer("parallel", in: 1...64, default: 1)
        return entry.webhook(
            address, secrets: keys.secrets, parallel: parallel,
            StandardWebhookForm(receiver: entry.name, signature: keys.signature))
    }

    /// Also what a command gets on its standard input.
    static func payload(_ alerts: [Alert], receiver: String, context: NotificationContext) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("type")
            json.string(context.kind.eventType)
            json.name("timestamp")
            json.string(context.createdAt.iso8601)
            json.name("data")
            json.object { json in
                json.name("delivery")
                json.string(context.deliveryID)
                json.name("receiver")
                json.string(receiver)
                json.name("group")
                json.string(context.groupKey)
                json.name("alerts")
                json.array(alerts) { json, alert in
                    json.object { json in AlertJSON.writeMembers(of: alert, to: &json) }
                }
            }
        }
        return json.bytes
    }

    /// The time, and with it the signature, is that of the try.
    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] {
        var headers = [
            (name: "webhook-id", value: delivery.id), (name: "webhook-timestamp", value: "\(now.seconds)"),
        ]
        if let signature {
            let value = signature.header(id: delivery.id, timestamp: now.seconds, body: delivery.body)
            headers.append((name: "webhook-signature", value: value))
        }
        return headers
    }
}

extension MessageKind {
    /// The event type of Standard Webhooks.
    var eventType: String {
        switch self {
        case .alert: "newsward.alerts"
        case .digest: "newsward.digest"
        case .resolved: "newsward.resolved"
        case .monitor: "newsward.monitor"
        }
    }
}
