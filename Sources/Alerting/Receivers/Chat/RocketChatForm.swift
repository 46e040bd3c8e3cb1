import NewsModel

/// A Rocket.Chat incoming webhook: Markdown in `text`.
///
/// docs.rocket.chat ("Incoming Webhook Integration") could not be read here: written after public sources on 2026-11-25.
/// A message holds 5000 characters by the server's standard setting (Message_MaxAllowedSize). The answer is JSON with
/// `success`.
struct RocketChatForm: WebhookForm {
    let text: MessageText
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "markdown", .markdown) else { return nil }
        return entry.webhook(address, template: text.full, RocketChatForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let heading = text.heading(alerts, kind: context.kind, limit: 200)
        var json = JSONWriter()
        json.object { json in
            json.name("text")
            json.string("\(heading)\n\n" + text.whole(alerts, kind: context.kind, limit: 4700))
        }
        return json.bytes
    }

    func verdict(on answer: WebhookAnswer) -> AnswerVerdict {
        let verdict = AnswerVerdict.byStatus(answer.status)
        return verdict == .taken && AnswerJSON(answer)?.bool("success") == false ? .tryAgain(throttled: false) : verdict
    }
}
