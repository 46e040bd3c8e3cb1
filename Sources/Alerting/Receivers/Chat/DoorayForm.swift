import NewsModel

/// A Dooray messenger incoming hook. It may answer 200 and say in the body that it took nothing.
///
/// The guide (docs.toast.com/ko/Dooray/Messenger/ko/incoming-hook-guide) could not be read here: written after public
/// clients and the answers of Dooray's API (`header.isSuccessful`, `header.resultMessage`) on 2026-11-25. No limits are
/// known; the texts are kept as short as Slack's.
struct DoorayForm: WebhookForm {
    let text: MessageText
    let alertsPerMessage = 10
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "text", .markdown) else { return nil }
        return entry.webhook(address, template: text.full, DoorayForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        let sections = text.sections(alerts, kind: kind, each: 3000, total: 9000)
        var json = JSONWriter()
        json.object { json in
            json.name("botName")
            json.string("Newsward")
            json.name("text")
            json.string(text.heading(alerts, kind: kind, limit: 200))
            json.name("attachments")
            json.array(sections.enumerated()) { json, section in
                json.object { json in
                    json.name("text")
                    json.string(section.element)
                    json.name("color")
                    json.string(SeverityColour.text(kind == .digest ? alerts : [alerts[section.offset]], kind: kind))
                }
            }
        }
        return json.bytes
    }

    func verdict(on answer: WebhookAnswer) -> AnswerVerdict {
        let verdict = AnswerVerdict.byStatus(answer.status)
        guard verdict == .taken, AnswerJSON(answer)?.bool("header", "isSuccessful") == false else { return verdict }
        return .tryAgain(throttled: false)
    }
}
