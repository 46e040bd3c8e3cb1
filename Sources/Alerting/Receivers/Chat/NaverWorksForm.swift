import NewsModel
import StrictYAML

/// NAVER WORKS: an incoming webhook of its app, or a bot with an access token.
///
/// The pages (developers.worksmobile.com, "Bot: send messages to a channel"; the Incoming Webhook app's help) could not
/// be read here: written after public clients on 2026-11-25. A text of a bot is kept to 2000 characters. A bot's access
/// token ends after a day: `token_file` is read anew at every try, so that another program can renew it.
struct NaverWorksForm: WebhookForm {
    let text: MessageText
    /// nil for the incoming webhook, which needs none.
    let token: RenewedSecret?
    let alertsPerMessage = 5
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let reader = entry.reader
        guard reader.has("bot") || reader.has("channel") else {
            let address = entry.address()
            guard let text = entry.text(default: "text", .text) else { return nil }
            return entry.webhook(address, template: text.full, NaverWorksForm(text: text, token: nil))
        }
        let bot = FormText.escape(reader.string("bot"))
        let channel = FormText.escape(reader.string("channel"))
        let token = entry.secrets.renewed(reader, "token")
        let address = entry.address(standard: "https://www.worksapis.com")
        guard let text = entry.text(default: "text", .text), let token else { return nil }
        return entry.webhook(
            address, suffix: "/v1.0/bots/\(bot)/channels/\(channel)/messages", secrets: [],
            template: text.full, NaverWorksForm(text: text, token: token))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let heading = text.heading(alerts, kind: context.kind, limit: 100)
        let whole = text.whole(alerts, kind: context.kind, limit: 1890)
        var json = JSONWriter()
        json.object { json in
            guard token != nil else {
                json.name("title")
                json.string(heading)
                json.name("body")
                return json.object { json in
                    json.name("text")
                    json.string(whole)
                }
            }
            json.name("content")
            json.object { json in
                json.name("type")
                json.string("text")
                json.name("text")
                json.string("\(heading)\n\n\(whole)")
            }
        }
        return json.bytes
    }

    var renewedSecrets: [Secret] { token.map { [$0.current] } ?? [] }

    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] {
        token.map { [(name: "Authorization", value: "Bearer \($0.current.reveal())")] } ?? []
    }
}
