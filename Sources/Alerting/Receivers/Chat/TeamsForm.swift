import NewsModel

/// Microsoft Teams, a Workflows webhook ("When a Teams webhook request is received"): one Adaptive Card.
///
/// learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook and
/// adaptivecards.io/explorer, read 2026-11-25: 28 KB for the whole request, four requests a second. A workflow answers
/// 202, an old connector 200, also with an error in the body.
struct TeamsForm: WebhookForm {
    let text: MessageText
    let alertsPerMessage = 10
    let bytesPerMessage = 27_000
    let secondsBetweenDeliveries = 1

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "markdown", .markdown, unit: .bytes) else { return nil }
        return entry.webhook(address, template: text.full, TeamsForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        var limit = 20_000
        var bytes = body(alerts, context, limit: limit)
        // JSON around each line and its escapes are not counted beforehand.
        while bytes.count > bytesPerMessage, limit > 500 {
            limit /= 2
            bytes = body(alerts, context, limit: limit)
        }
        return bytes
    }

    private func body(_ alerts: [Alert], _ context: NotificationContext, limit: Int) -> [UInt8] {
        let kind = context.kind
        let sections = text.sections(alerts, kind: kind, each: limit, total: limit)
        var json = JSONWriter()
        json.object { json in
            json.name("type")
            json.string("message")
            json.name("attachments")
            json.array(["application/vnd.microsoft.card.adaptive"]) { json, contentType in
                json.object { json in
                    json.name("contentType")
                    json.string(contentType)
                    json.name("content")
                    json.object { json in writeCard(sections, alerts, kind: kind, to: &json) }
                }
            }
        }
        return json.bytes
    }

    private func writeCard(_ sections: [String], _ alerts: [Alert], kind: MessageKind, to json: inout JSONWriter) {
        json.name("$schema")
        json.string("http://adaptivecards.io/schemas/adaptive-card.json")
        json.name("type")
        json.string("AdaptiveCard")
        json.name("version")
        json.string("1.4")
        json.name("body")
        let heading = text.heading(alerts, kind: kind, limit: 300)
        // A text block shows a single line break as a space: each line is a block of its own.
        let lines = sections.flatMap { section in
            section.split(separator: "\n").enumerated().map { (text: String($0.element), isFirst: $0.offset == 0) }
        }
        json.array(
            [(text: heading, isHeading: true, isFirst: false)]
                + lines.map { (text: $0.text, isHeading: false, isFirst: $0.isFirst) }
        ) { json, line in
            Self.write(line.text, isHeading: line.isHeading, isFirst: line.isFirst, to: &json)
        }
    }

    private static func write(_ text: String, isHeading: Bool, isFirst: Bool, to json: inout JSONWriter) {
        json.object { json in
            json.name("type")
            json.string("TextBlock")
            json.name("text")
            json.string(text)
            json.name("wrap")
            json.bool(true)
            json.name("spacing")
            json.string(isFirst ? "Medium" : "Small")
            if isFirst {
                json.name("separator")
                json.bool(true)
            }
            if isHeading {
                json.name("size")
                json.string("Large")
                json.name("weight")
                json.string("Bolder")
            }
        }
    }

    func verdict(on answer: WebhookAnswer) -> AnswerVerdict {
        let verdict = AnswerVerdict.byStatus(answer.status)
        let text = String(decoding: answer.body, as: UTF8.self)
        guard verdict == .taken, text.contains("returned HTTP error") || text.contains("delivery failed") else {
            return verdict
        }
        return .tryAgain(throttled: text.contains("429"))
    }
}
