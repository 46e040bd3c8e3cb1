import NewsModel
import StrictYAML

/// A KakaoWork bot: `messages.send` into a conversation.
///
/// docs.kakaoi.ai/kakao_work/webapireference/messages and .../commonguide, read 2026-11-25: JSON with the bot's key as
/// Bearer token; `text` for notifications, `blocks` for the message; answers say `success`. Limits of the texts were not
/// on these pages: 500 characters for a text and 20 for a header come from other sources.
struct KakaoWorkForm: WebhookForm {
    let text: MessageText
    let conversation: String
    let key: Secret
    let alertsPerMessage = 8
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let conversation = entry.reader.string("conversation")
        let key = entry.secrets.text(entry.reader, "key", required: true)
        let address = entry.address(standard: "https://api.kakaowork.com")
        guard let text = entry.text(default: "text", .text), let key else { return nil }
        return entry.webhook(
            address, suffix: "/v1/messages.send", secrets: [key], template: text.full,
            KakaoWorkForm(text: text, conversation: conversation, key: key))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        let blocks = text.sections(alerts, kind: kind, each: 500, total: 4000)
        var json = JSONWriter()
        json.object { json in
            json.name("conversation_id")
            json.string(conversation)
            json.name("text")
            json.string(text.heading(alerts, kind: kind, limit: 500))
            json.name("blocks")
            let heading = text.plainHeading(alerts, kind: kind, limit: 20)
            json.array([(type: "header", text: heading)] + blocks.map { (type: "text", text: $0) }) { json, block in
                json.object { json in
                    json.name("type")
                    json.string(block.type)
                    json.name("text")
                    json.string(block.text)
                    if block.type == "header" {
                        json.name("style")
                        json.string(kind == .resolved ? "blue" : "red")
                    }
                }
            }
        }
        return json.bytes
    }

    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] {
        [(name: "Authorization", value: "Bearer \(key.reveal())")]
    }

    func verdict(on answer: WebhookAnswer) -> AnswerVerdict {
        let verdict = AnswerVerdict.byStatus(answer.status)
        return verdict == .taken && AnswerJSON(answer)?.bool("success") == false ? .tryAgain(throttled: false) : verdict
    }
}
