import Fetching
import Foundation
import NewsModel
import StrictYAML

/// Sends alerts as mail, through a server of the user's: with STARTTLS, or TLS from the first byte.
///
/// After RFC 5321 (4.2.1, replies), RFC 5322, RFC 6409 and RFC 8314. A line of a message holds at most 998
/// bytes; ours hold 78.
struct MailReceiver: Receiver {
    let name: String
    let server: String
    let requiresTLS: Bool
    let credentials: Secret?
    let user: String?
    let from: MailAddress
    let recipients: [MailAddress]
    let plain: MessageText
    let html: MessageText
    let sender: any MailSender

    let bytesPerMessage = 200_000
    let secondsBetweenDeliveries = 1

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        let kind = context.kind
        let body = html.whole(alerts, kind: kind, limit: 40_000).replacing("\n", with: "<br>\r\n")
        let language = html.view.language.rawValue
        let mail = MailMessage(
            from: from, recipients: recipients, subject: subject(alerts, kind: kind), id: context.deliveryID,
            thread: alerts.count == 1 ? alerts[0].id : nil, date: context.createdAt,
            text: plain.whole(alerts, kind: kind, limit: 40_000).replacing("\n", with: "\r\n") + "\r\n",
            html: "<!DOCTYPE html>\r\n<html lang=\"\(language)\"><body><p>\(body)</p></body></html>\r\n")
        return AlertNotification(body: mail.bytes, contentType: "message/rfc822")
    }

    /// The heading, and of a single alert its headline.
    private func subject(_ alerts: [Alert], kind: MessageKind) -> String {
        let heading = plain.plainHeading(alerts, kind: kind, limit: 120)
        guard alerts.count == 1, kind != .digest else { return heading }
        return CleanText.line("[\(alerts[0].severity)] \(heading): \(alerts[0].title)", limit: 200)
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        let reply = await sender.submit(
            MailSubmission(
                server: server, requiresTLS: requiresTLS,
                credentials: credentials.map { .init(user: user ?? "", password: $0.reveal()) }, from: from.text,
                recipients: recipients.map(\.text), message: delivery.body))
        let detail = AttemptDetail.clean(Secret.remove(credentials.map { [$0] } ?? [], from: reply.text))
        if reply.isAccepted { return .delivered(status: reply.code, detail: detail) }
        switch reply.code {
        // The mailbox or the message is refused for good; 53x is about user and password, which can be put right.
        case .some(550...554): return .failed(disables: false, status: reply.code, detail: detail)
        case let code: return .retry(after: nil, throttled: code == 421 || code == 451, status: code, detail: detail)
        }
    }

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let reader = entry.reader
        let server = MailServer.read(reader)
        let user = reader.optionalString("user")
        let password = entry.secrets.text(reader, "password", required: user != nil)
        if password != nil, user == nil { reader.problem("missing key \"user\": the password belongs to one") }
        let from = reader.parsed("from", "an address such as alerts@example.com", MailAddress.init)
        if !reader.has("from") { reader.problem("missing key \"from\"") }
        let recipients = reader.locatedStrings("to").compactMap { item -> MailAddress? in
            let address = MailAddress(item.value)
            if address == nil {
                reader.problem(at: item.location, "must be an address such as desk@example.com, not \"\(item.value)\"")
            }
            return address
        }
        if recipients.isEmpty { reader.problem("needs at least one address under \"to\"") }
        guard let html = entry.text(default: "html", .html),
            let text = entry.templates.template("text", language: entry.view.language), let server, let from
        else { return nil }
        let plain = MessageText(full: text, line: html.line, view: entry.view, escaping: .text, unit: .utf16)
        let name = entry.name
        return entry.settings(isLocal: server.isLocal, template: html.full) { parts in
            MailReceiver(
                name: name, server: server.url, requiresTLS: server.requiresTLS, credentials: password, user: user,
                from: from, recipients: recipients, plain: plain, html: html,
                sender: server.isLocal ? parts.localMailer : parts.mailer)
        }
    }
}

/// The server of an entry, and whether it may be spoken to without TLS.
private struct MailServer {
    let url: String
    let requiresTLS: Bool
    let isLocal: Bool

    static func read(_ reader: MappingReader) -> MailServer? {
        let form = "the address of a mail server, such as smtp://mail.example.com:587 or smtps://mail.example.com:465"
        let found = reader.parsed("server", form) { text -> (url: String, isLocal: Bool)? in
            guard let parts = URLComponents(string: text), let scheme = parts.scheme, let host = parts.host,
                ["smtp", "smtps"].contains(scheme), !host.isEmpty, parts.user == nil, parts.query == nil,
                parts.path.isEmpty || parts.path == "/"
            else { return nil }
            let port = parts.port ?? (scheme == "smtps" ? 465 : 587)
            let isLocal = WebhookAddress("http://\(host)/")?.isLoopback == true
            return ("\(scheme)://\(host):\(port)/newsward", isLocal)
        }
        if !reader.has("server") { reader.problem("missing key \"server\"") }
        let tls = reader.bool("tls", default: true)
        guard let found else { return nil }
        if !tls, !found.isLocal {
            reader.problem("tls", "mail to another machine is sent with TLS only")
            return nil
        }
        return MailServer(url: found.url, requiresTLS: tls, isLocal: found.isLocal)
    }
}
