import NewsModel
import StrictYAML

/// A Telegram bot: `sendMessage` in Telegram's HTML. The token is a part of the address, and a secret.
///
/// core.telegram.org/bots/api (sendMessage, "HTML style", ResponseParameters) and core.telegram.org/bots/faq ("My bot is
/// hitting limits"), read 2026-11-25: 4096 characters after the markup is taken out, one message a second for a chat and
/// 20 a minute for a group. An answer says `ok`; 429 carries `parameters.retry_after` in seconds.
struct TelegramForm: WebhookForm {
    let text: MessageText
    let chat: String
    let thread: Int?
    let alertsPerMessage = 10

    /// Ids of groups and channels are negative, their names begin with @.
    var secondsBetweenDeliveries: Int { chat.hasPrefix("-") || chat.hasPrefix("@") ? 3 : 1 }

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let reader = entry.reader
        let chat = reader.parsed("chat", "the number of a chat or the @name of a channel", Self.chatID)
        if !reader.has("chat") { reader.problem("missing key \"chat\"") }
        let thread = reader.optionalInteger("thread", in: 1...Int(Int32.max))
        let token = entry.secrets.text(reader, "token", required: true)
        let address = entry.address(standard: "https://api.telegram.org")
        guard let text = entry.text(default: "html", .telegram), let chat, let token else { return nil }
        return entry.webhook(
            address, suffix: "/bot\(token.reveal())/sendMessage", secrets: [token], template: text.full,
            TelegramForm(text: text, chat: chat, thread: thread))
    }

    private static func chatID(_ text: String) -> String? {
        if Int64(text) != nil { return text }
        let name = text.dropFirst()
        let isName = name.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0 & 0xDF) || $0 == 95 }
        return text.hasPrefix("@") && !name.isEmpty && isName ? text : nil
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let heading = text.heading(alerts, kind: context.kind, limit: 200)
        let whole = text.whole(alerts, kind: context.kind, limit: 3800)
        var json = JSONWriter()
        json.object { json in
            json.name("chat_id")
            json.string(chat)
            if let thread {
                json.name("message_thread_id")
                json.integer(thread)
            }
            json.name("text")
            json.string("<b>\(heading)</b>\n\n\(whole)")
            json.name("parse_mode")
            json.string("HTML")
            json.name("link_preview_options")
            json.object { json in
                json.name("is_disabled")
                json.bool(true)
            }
        }
        return json.bytes
    }

    func verdict(on answer: WebhookAnswer) -> AnswerVerdict {
        let verdict = AnswerVerdict.byStatus(answer.status)
        return verdict == .taken && AnswerJSON(answer)?.bool("ok") == false ? .tryAgain(throttled: false) : verdict
    }

    func wait(in answer: WebhookAnswer) -> Double? {
        AnswerJSON(answer)?.number("parameters", "retry_after")
    }
}
