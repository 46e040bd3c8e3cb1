import Foundation
import NewsModel
import StrictYAML

/// ntfy, ntfy.sh or a server of one's own: a push message to the subscribers of a topic.
///
/// docs.ntfy.sh/publish ("Publish as JSON"), read as a stored excerpt on 2026-11-25. Its limits are not verified: 4,096 bytes of message, 60 requests at once
/// and then one in 5 seconds; priority 1 to 5. The topic is as good as a password: it stands in the address, and is put
/// into the JSON at the try, not stored.
struct NtfyForm: WebhookForm {
    let text: MessageText
    let topic: Secret
    let token: Secret?
    let alertsPerMessage = 5
    let secondsBetweenDeliveries = 5

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        let token = entry.secrets.text(entry.reader, "token", required: false)
        guard let text = entry.text(default: "text", .text, unit: .bytes), let address else { return nil }
        guard var parts = URLComponents(string: address.url.reveal()), parts.path.count > 1,
            !parts.path.dropFirst().contains("/")
        else {
            entry.reader.problem("the address of ntfy ends with the topic: https://ntfy.sh/TOPIC")
            return nil
        }
        let topic = Secret(String(parts.path.dropFirst()))
        parts.path = "/"
        let server = ReceiverEntry.Address(
            url: Secret(parts.string ?? ""), isLocal: address.isLocal, isSecret: false)
        return entry.webhook(
            server, secrets: [address.url, topic] + (token.map { [$0] } ?? []), template: text.full,
            NtfyForm(text: text, topic: topic, token: token))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        var json = JSONWriter()
        json.object { json in
            json.name("title")
            json.string(text.heading(alerts, kind: kind, limit: 250))
            json.name("message")
            json.string(text.whole(alerts, kind: kind, limit: 4000))
            json.name("priority")
            json.integer(Self.priority(alerts, kind: kind))
            json.name("tags")
            json.array([kind == .resolved ? "white_check_mark" : "newspaper"]) { json, tag in json.string(tag) }
            if alerts.count == 1, let link = alerts[0].url.flatMap({ WebLink.safe($0, limit: 2000) }) {
                json.name("click")
                json.string(link)
            }
        }
        return json.bytes
    }

    private static func priority(_ alerts: [Alert], kind: MessageKind) -> Int {
        if kind == .resolved || kind == .digest { return 3 }
        switch alerts.map(\.severity).max() ?? 0 {
        case 80...: return 5
        case 60...: return 4
        case 40...: return 3
        default: return 2
        }
    }

    func sealed(_ body: [UInt8]) -> [UInt8] { inserting("topic", topic, into: body) }

    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] {
        token.map { [(name: "Authorization", value: "Bearer \($0.reveal())")] } ?? []
    }
}
