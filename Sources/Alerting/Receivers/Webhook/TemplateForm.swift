import NewsModel
import StrictYAML

/// Any other service: method, headers and body as the user writes them.
struct TemplateForm: WebhookForm {
    var template: MessageTemplate
    let text: MessageText
    let escaping: Escaping
    let method: WebhookRequest.Method
    let contentType: String
    let accept: String
    let fixedHeaders: [(name: String, value: String)]
    /// The value of the Authorization header.
    let authorization: Secret?
    /// What must stand in the answer of a success; nil where the status says all.
    let successText: String?
    let secondsBetweenDeliveries: Int
    let alertsPerMessage: Int

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let reader = entry.reader
        let address = entry.address()
        let contentType = reader.parsed("content_type", "a media type such as application/json", mediaType)
        let media = contentType ?? "application/json"
        let escaping = escaping(for: media)
        let authorization = entry.secrets.text(reader, "authorization", required: false)
        if !reader.has("template") { reader.problem("missing key \"template\"") }
        let method = reader.oneOf("method", default: WebhookRequest.Method.post)
        let headers = HeaderSettings.read(reader)
        let accept = reader.parsed("accept", "a media type such as application/json", mediaType) ?? "*/*"
        let success = reader.optionalString("success_text")
        let spacing = reader.duration("min_interval", default: 1, in: 0...3600)
        let most = reader.integer("alerts_per_message", in: 1...100, default: 1)
        guard reader.has("template"), let template = entry.template(default: ""),
            let full = entry.templates.template("text", language: entry.view.language),
            let line = entry.templates.template("line", language: entry.view.language)
        else { return nil }
        let text = MessageText(full: full, line: line, view: entry.view, escaping: .text, unit: .utf16)
        let form = TemplateForm(
            template: template, text: text, escaping: escaping, method: method, contentType: media, accept: accept,
            fixedHeaders: headers, authorization: authorization, successText: success,
            secondsBetweenDeliveries: spacing, alertsPerMessage: most)
        return entry.webhook(
            address, secrets: authorization.map { [$0] } ?? [], template: template,
            formWithTemplate: { other in
                var changed = form
                changed.template = other
                return changed
            }, form)
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        Array(template.render(BodyView(text: text).context(alerts, context), escaping: escaping).utf8)
    }

    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] {
        fixedHeaders + (authorization.map { [(name: "Authorization", value: $0.reveal())] } ?? [])
    }

    func verdict(on answer: WebhookAnswer) -> AnswerVerdict {
        let verdict = AnswerVerdict.byStatus(answer.status)
        guard verdict == .taken, let successText else { return verdict }
        let body = String(decoding: answer.body, as: UTF8.self)
        return body.contains(successText) ? .taken : .tryAgain(throttled: false)
    }

    private static func mediaType(_ text: String) -> String? {
        let parts = text.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
        let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && isClean ? text : nil
    }

    /// The escaping follows from the content type, so that a template cannot forget it.
    private static func escaping(for contentType: String) -> Escaping {
        let media = contentType.prefix { $0 != ";" }.lowercased()
        if media.hasSuffix("/json") || media.hasSuffix("+json") { return .json }
        if media.hasSuffix("/x-www-form-urlencoded") { return .form }
        if media.hasSuffix("/html") || media.hasSuffix("/xml") || media.hasSuffix("+xml") { return .html }
        return .text
    }
}

/// Headers that the user chooses. What the program sets itself cannot be among them, and secrets have keys of their own.
enum HeaderSettings {
    private static let reserved: Set<String> = [
        "authorization", "content-type", "content-length", "accept", "host", "connection", "transfer-encoding",
        "cookie",
        "expect",
    ]

    static func read(_ reader: MappingReader) -> [(name: String, value: String)] {
        reader.mapping("headers") { headers in
            headers.keys.compactMap { name in
                guard let value = headers.optionalString(name) else { return nil }
                guard name.utf8.allSatisfy(isNameByte), !reserved.contains(name.lowercased()) else {
                    headers.problem(
                        name, "is no header that can be set here; a secret goes into authorization_file or _env")
                    return nil
                }
                return (name: name, value: CleanText.line(value, limit: 1000))
            }
        } ?? []
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "-_".utf8.contains(byte)
    }
}
